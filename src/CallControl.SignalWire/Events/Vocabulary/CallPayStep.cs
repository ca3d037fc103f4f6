using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which part of a payment this is about: <c>for</c> of <c>calling.call.pay</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPayStep>))]
public readonly record struct CallPayStep : IVendorWord<CallPayStep>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPayStep(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The number of the card.</summary>
    public static CallPayStep PaymentCardNumber { get; } = new("payment-card-number");

    /// <summary>When the card expires.</summary>
    public static CallPayStep ExpirationDate { get; } = new("expiration-date");

    /// <summary>The security code of the card.</summary>
    public static CallPayStep SecurityCode { get; } = new("security-code");

    /// <summary>The postal code.</summary>
    public static CallPayStep PostalCode { get; } = new("postal-code");

    /// <summary>The routing number of the bank.</summary>
    public static CallPayStep BankRoutingNumber { get; } = new("bank-routing-number");

    /// <summary>The number of the account.</summary>
    public static CallPayStep BankAccountNumber { get; } = new("bank-account-number");

    /// <summary>The payment is being made.</summary>
    public static CallPayStep PaymentProcessing { get; } = new("payment-processing");

    /// <summary>It was made.</summary>
    public static CallPayStep PaymentCompleted { get; } = new("payment-completed");

    /// <summary>It was not.</summary>
    public static CallPayStep PaymentFailed { get; } = new("payment-failed");

    /// <summary>It was cancelled.</summary>
    public static CallPayStep PaymentCanceled { get; } = new("payment-canceled");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPayStep IVendorWord<CallPayStep>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
