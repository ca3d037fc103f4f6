using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A brand of cards.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PayCardType>))]
public readonly record struct PayCardType : IVendorWord<PayCardType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public PayCardType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Visa.</summary>
    public static PayCardType Visa { get; } = new("visa");

    /// <summary>Mastercard.</summary>
    public static PayCardType Mastercard { get; } = new("mastercard");

    /// <summary>American Express.</summary>
    public static PayCardType Amex { get; } = new("amex");

    /// <summary>Maestro.</summary>
    public static PayCardType Maestro { get; } = new("maestro");

    /// <summary>Discover.</summary>
    public static PayCardType Discover { get; } = new("discover");

    /// <summary>Optima.</summary>
    public static PayCardType Optima { get; } = new("optima");

    /// <summary>JCB.</summary>
    public static PayCardType Jcb { get; } = new("jcb");

    /// <summary>Diners Club.</summary>
    public static PayCardType DinersClub { get; } = new("diners-club");

    /// <summary>enRoute.</summary>
    public static PayCardType Enroute { get; } = new("enroute");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static PayCardType IVendorWord<PayCardType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
