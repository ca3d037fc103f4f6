using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A step of a payment: <c>payment_step</c> of <c>call.payment.progress</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPaymentStep>))]
public readonly record struct CallPaymentStep : IVendorWord<CallPaymentStep>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPaymentStep(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Entry of the number of the card.</summary>
    public static CallPaymentStep PaymentCardNumber => new("payment-card-number");

    /// <summary>Entry of the date of expiry.</summary>
    public static CallPaymentStep ExpirationDate => new("expiration-date");

    /// <summary>Entry of the postal code.</summary>
    public static CallPaymentStep PostalCode => new("postal-code");

    /// <summary>Entry of the security code.</summary>
    public static CallPaymentStep SecurityCode => new("security-code");

    /// <summary>Entry of the routing number of the bank.</summary>
    public static CallPaymentStep BankRoutingNumber => new("bank-routing-number");

    /// <summary>Entry of the number of the account.</summary>
    public static CallPaymentStep BankAccountNumber => new("bank-account-number");

    /// <summary>The payment itself.</summary>
    public static CallPaymentStep PaymentProcessing => new("payment-processing");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPaymentStep IVendorWord<CallPaymentStep>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
