using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>The value of an assistant's variable: a text, a number or a truth value.</summary>
[JsonConverter(typeof(DynamicVariableConverter))]
public readonly record struct DynamicVariable
{
    private DynamicVariable(object value) => Value = value;

    /// <summary>A <see cref="string"/>, <see cref="long"/>, <see cref="double"/> or <see cref="bool"/>; null for <c>default</c>, which is an empty text on the wire.</summary>
    public object? Value { get; }

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator DynamicVariable(string value) => Of(value);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator DynamicVariable(long value) => Of(value);

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator DynamicVariable(double value) => Of(value);

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator DynamicVariable(bool value) => Of(value);

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public static DynamicVariable Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new DynamicVariable(value);
    }

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static DynamicVariable Of(long value) => new(value);

    /// <summary>A number.</summary>
    /// <param name="value">The number; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is no number that JSON has.</exception>
    public static DynamicVariable Of(double value) =>
        double.IsFinite(value) ? new(value) : throw new ArgumentOutOfRangeException(nameof(value), value, "A variable's number must be finite.");

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static DynamicVariable Of(bool value) => new(value);

    /// <summary>The kind only: the value is the application's.</summary>
    public override string ToString() => Value?.GetType().Name ?? nameof(String);
}
