namespace CallControl.Telnyx;

/// <summary>One of the errors in a refusal of Telnyx.</summary>
/// <remarks>All members but the code are optional at the vendor; what is not there, or is no text, is null.</remarks>
public sealed record TelnyxError
{
    /// <summary>The code, one of <see cref="TelnyxErrorCodes"/> or another; a few endpoints write the HTTP status here.</summary>
    public string? Code { get; init; }

    /// <summary>The error in short.</summary>
    public string? Title { get; init; }

    /// <summary>The error in full. May hold numbers: do not print it.</summary>
    public string? Detail { get; init; }

    /// <summary>The field of the body that is meant, as a JSON pointer: <c>/to</c>.</summary>
    public string? SourcePointer { get; init; }

    /// <summary>The parameter of the query that is meant.</summary>
    public string? SourceParameter { get; init; }

    /// <summary>Where the vendor explains the code.</summary>
    public Uri? Documentation { get; init; }

    /// <summary>Code, title and place; numbers masked.</summary>
    public override string ToString() =>
        Redaction.Text(string.Join(", ", new[] { Code, Title, SourcePointer ?? SourceParameter }.Where(part => !string.IsNullOrWhiteSpace(part))));
}
