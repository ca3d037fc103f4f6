namespace CallControl.SignalWire;

/// <summary>One of the errors in a refusal of SignalWire.</summary>
/// <remarks>The vendor has three shapes of refusals; what is not there, or is no text, is null.</remarks>
public sealed record SignalWireError
{
    /// <summary>The code, one of <see cref="SignalWireErrorCodes"/> or another.</summary>
    public string? Code { get; init; }

    /// <summary>The kind of error: <c>validation_error</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The error in short, where the shape has that: <c>Not Found</c>.</summary>
    public string? Title { get; init; }

    /// <summary>The error in full; its wording changes. May hold numbers: do not print it.</summary>
    public string? Message { get; init; }

    /// <summary>The member that is meant: <c>to</c>.</summary>
    public string? Attribute { get; init; }

    /// <summary>The HTTP status, where the shape has that.</summary>
    public string? Status { get; init; }

    /// <summary>Where the vendor explains the code.</summary>
    public Uri? Documentation { get; init; }

    /// <summary>Code, kind or title, and member; numbers masked.</summary>
    public override string ToString() =>
        Redaction.Text(string.Join(", ", new[] { Code, Type ?? Title, Attribute }.Where(part => !string.IsNullOrWhiteSpace(part))));
}
