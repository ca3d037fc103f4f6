using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The brand of a card: <c>payment_card_type</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPayCardType>))]
public readonly record struct CallPayCardType : IVendorWord<CallPayCardType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPayCardType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Visa.</summary>
    public static CallPayCardType Visa { get; } = new("visa");

    /// <summary>Mastercard.</summary>
    public static CallPayCardType Mastercard { get; } = new("mastercard");

    /// <summary>American Express.</summary>
    public static CallPayCardType Amex { get; } = new("amex");

    /// <summary>Maestro.</summary>
    public static CallPayCardType Maestro { get; } = new("maestro");

    /// <summary>Discover.</summary>
    public static CallPayCardType Discover { get; } = new("discover");

    /// <summary>JCB.</summary>
    public static CallPayCardType Jcb { get; } = new("jcb");

    /// <summary>Diners Club.</summary>
    public static CallPayCardType DinersClub { get; } = new("diners-club");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPayCardType IVendorWord<CallPayCardType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
