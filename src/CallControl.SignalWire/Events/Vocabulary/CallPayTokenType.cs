using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a token is for: <c>payment_token</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPayTokenType>))]
public readonly record struct CallPayTokenType : IVendorWord<CallPayTokenType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPayTokenType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>One payment.</summary>
    public static CallPayTokenType OneTime { get; } = new("one-time");

    /// <summary>Any number of payments.</summary>
    public static CallPayTokenType Reusable { get; } = new("reusable");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPayTokenType IVendorWord<CallPayTokenType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
