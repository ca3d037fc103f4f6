namespace CallControl.Callr;

/// <summary>What CALLR says of a refusal.</summary>
/// <remarks>The vendor's texts have the form <c>CODE_NAME [member]</c>, mostly. Sources: the vendor's page on JSON-RPC, and the tests of its SDKs.</remarks>
public sealed record CallrError
{
    /// <summary>The vendor's number of the error.</summary>
    /// <value>
    /// Null where it gives none. Negative ones are those of JSON-RPC 2.0 itself. The vendor publishes no list; others tell of 100 (not allowed for the account), 115 (no such file), 150 (a member is missing),
    /// 151 (a member is wrong) and 205 (the app cannot have a number): unverified.
    /// </value>
    public long? Number { get; init; }

    /// <summary>The name at the beginning of the text: see <see cref="CallrErrorCodes"/>.</summary>
    /// <value>Null where the text does not begin with one.</value>
    public string? Name { get; init; }

    /// <summary>The member that is meant, from the brackets behind the name: <c>options.cli</c>.</summary>
    /// <value>Null where there is none.</value>
    public string? Parameter { get; init; }

    /// <summary>The whole text.</summary>
    /// <value>Null where there is none. May hold what was sent: do not print it.</value>
    public string? Message { get; init; }

    /// <summary>Number, name and member; not the text.</summary>
    public override string ToString() =>
        $"{nameof(CallrError)} {{ Number = {Number}, Name = {Name}, Parameter = {(Parameter is null ? null : Redaction.Text(Parameter))} }}";
}
