using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A brand of card: <c>payment_card_type</c> of <c>call.payment.*</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPaymentCardType>))]
public readonly record struct CallPaymentCardType : IVendorWord<CallPaymentCardType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPaymentCardType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Visa.</summary>
    public static CallPaymentCardType Visa => new("visa");

    /// <summary>Mastercard.</summary>
    public static CallPaymentCardType Mastercard => new("mastercard");

    /// <summary>American Express.</summary>
    public static CallPaymentCardType Amex => new("amex");

    /// <summary>Optima.</summary>
    public static CallPaymentCardType Optima => new("optima");

    /// <summary>Discover.</summary>
    public static CallPaymentCardType Discover => new("discover");

    /// <summary>Diners Club.</summary>
    public static CallPaymentCardType DinersClub => new("diners-club");

    /// <summary>JCB.</summary>
    public static CallPaymentCardType Jcb => new("jcb");

    /// <summary>Maestro.</summary>
    public static CallPaymentCardType Maestro => new("maestro");

    /// <summary>enRoute.</summary>
    public static CallPaymentCardType Enroute => new("enroute");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static CallPaymentCardType Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
