using System.Globalization;

namespace CallControl;

/// <summary>One breach of a rule in a request.</summary>
/// <param name="Field">Where: the property's path in the request, such as <c>Digits.Max</c>, or the vendor's field name in a native command.</param>
/// <param name="Rule">What is allowed.</param>
/// <param name="Value">What was given, shortened, without secrets; null for nothing.</param>
public sealed record Violation(string Field, string Rule, string? Value)
{
    private readonly bool _isQuantity;

    /// <summary>A breach by a quantity, which is shown as it is: it is no phone number, however long.</summary>
    /// <param name="field">Where.</param>
    /// <param name="rule">What is allowed.</param>
    /// <param name="value">What was given.</param>
    public Violation(string field, string rule, long value)
        : this(field, rule, value.ToString(CultureInfo.InvariantCulture))
    {
        _isQuantity = true;
    }

    /// <summary>Same field, rule and value.</summary>
    public bool Equals(Violation? other) => other is not null && (Field, Rule, Value) == (other.Field, other.Rule, other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Rule, Value);

    /// <summary>Field, rule and value in one line; what may be a phone number in the value is masked.</summary>
    public override string ToString() =>
        Value is null ? $"{Field} {Rule}" : $"{Field} {Rule} (was {(_isQuantity ? Value : Redaction.Text(Value))})";
}
