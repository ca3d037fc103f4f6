namespace CallControl;

/// <summary>Why an operation failed.</summary>
public sealed record OperationFailure
{
    /// <summary>What went wrong, in words for a developer. May hold what the vendor wrote; numbers in it are masked when printed.</summary>
    public required string Message { get; init; }

    /// <summary>The vendor's code or the name of the event that reported the failure; null where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>Code and message with phone numbers masked.</summary>
    public override string ToString() => Redaction.Text(Code is null ? Message : $"{Code}: {Message}");
}
