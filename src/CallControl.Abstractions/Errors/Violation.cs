namespace CallControl;

/// <summary>One breach of a rule in a request.</summary>
/// <param name="Field">Where: the property's path in the request, such as <c>Digits.Max</c>, or the vendor's field name in a native command.</param>
/// <param name="Rule">What is allowed.</param>
/// <param name="Value">What was given, shortened, without secrets and numbers; null for nothing.</param>
public sealed record Violation(string Field, string Rule, string? Value)
{
    /// <summary>Field, rule and value in one line, numbers masked.</summary>
    public override string ToString() => Value is null ? $"{Field} {Rule}" : $"{Field} {Rule} (was {Redaction.Text(Value)})";
}
