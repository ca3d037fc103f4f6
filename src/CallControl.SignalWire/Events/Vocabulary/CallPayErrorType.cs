using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What was wrong with what was entered: <c>error_type</c> and <c>payment_error</c> of <c>calling.call.pay</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPayErrorType>))]
public readonly record struct CallPayErrorType : IVendorWord<CallPayErrorType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPayErrorType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nothing came in time.</summary>
    public static CallPayErrorType Timeout { get; } = new("timeout");

    /// <summary>The number is none.</summary>
    public static CallPayErrorType InvalidCardNumber { get; } = new("invalid-card-number");

    /// <summary>The card is of a brand that is not taken.</summary>
    public static CallPayErrorType InvalidCardType { get; } = new("invalid-card-type");

    /// <summary>The date is none, or past.</summary>
    public static CallPayErrorType InvalidDate { get; } = new("invalid-date");

    /// <summary>The security code is none.</summary>
    public static CallPayErrorType InvalidSecurityCode { get; } = new("invalid-security-code");

    /// <summary>The postal code is none.</summary>
    public static CallPayErrorType InvalidPostalCode { get; } = new("invalid-postal-code");

    /// <summary>The routing number is none.</summary>
    public static CallPayErrorType InvalidBankRoutingNumber { get; } = new("invalid-bank-routing-number");

    /// <summary>The number of the account is none.</summary>
    public static CallPayErrorType InvalidBankAccountNumber { get; } = new("invalid-bank-account-number");

    /// <summary>Two entries that should be the same are not.</summary>
    public static CallPayErrorType InputMatchingFailed { get; } = new("input-matching-failed");

    /// <summary>Another payment of the leg goes on.</summary>
    public static CallPayErrorType SessionInProgress { get; } = new("session-in-progress");

    /// <summary>The card was declined.</summary>
    public static CallPayErrorType CardDeclined { get; } = new("card-declined");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPayErrorType IVendorWord<CallPayErrorType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
