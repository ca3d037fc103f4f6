using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What was wrong with an entry: <c>error_type</c> of <c>call.payment.progress</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is. What the words stand for is Unverified: the vendor gives the words only.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPaymentErrorType>))]
public readonly record struct CallPaymentErrorType : IVendorWord<CallPaymentErrorType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPaymentErrorType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It did not come in time.</summary>
    public static CallPaymentErrorType Timeout => new("timeout");

    /// <summary>The number of a card.</summary>
    public static CallPaymentErrorType InvalidCardNumber => new("invalid-card-number");

    /// <summary>The brand of a card.</summary>
    public static CallPaymentErrorType InvalidCardType => new("invalid-card-type");

    /// <summary>The date of expiry.</summary>
    public static CallPaymentErrorType InvalidDate => new("invalid-date");

    /// <summary>The security code.</summary>
    public static CallPaymentErrorType InvalidSecurityCode => new("invalid-security-code");

    /// <summary>The postal code.</summary>
    public static CallPaymentErrorType InvalidPostalCode => new("invalid-postal-code");

    /// <summary>The routing number of a bank.</summary>
    public static CallPaymentErrorType InvalidBankRoutingNumber => new("invalid-bank-routing-number");

    /// <summary>The number of an account.</summary>
    public static CallPaymentErrorType InvalidBankAccountNumber => new("invalid-bank-account-number");

    /// <summary>The repeated entry differs from the first.</summary>
    public static CallPaymentErrorType InputMatchingFailed => new("input-matching-failed");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPaymentErrorType IVendorWord<CallPaymentErrorType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
