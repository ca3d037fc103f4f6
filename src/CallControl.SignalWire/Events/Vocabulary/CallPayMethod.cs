using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What is paid with: <c>payment_method</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPayMethod>))]
public readonly record struct CallPayMethod : IVendorWord<CallPayMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPayMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A card.</summary>
    public static CallPayMethod CreditCard { get; } = new("credit-card");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPayMethod IVendorWord<CallPayMethod>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
