using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The error after which a prompt is spoken.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is. Unverified: the words come from a newer SDK of the vendor's alone.</remarks>
[JsonConverter(typeof(VendorWordConverter<PayPromptError>))]
public readonly record struct PayPromptError : IVendorWord<PayPromptError>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public PayPromptError(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nothing was entered.</summary>
    public static PayPromptError Timeout { get; } = new("timeout");

    /// <summary>The card number is wrong.</summary>
    public static PayPromptError InvalidCardNumber { get; } = new("invalid-card-number");

    /// <summary>The date is wrong.</summary>
    public static PayPromptError InvalidDate { get; } = new("invalid-date");

    /// <summary>The security code is wrong.</summary>
    public static PayPromptError InvalidSecurityCode { get; } = new("invalid-security-code");

    /// <summary>The postal code is wrong.</summary>
    public static PayPromptError InvalidPostalCode { get; } = new("invalid-postal-code");

    /// <summary>The routing number is wrong.</summary>
    public static PayPromptError InvalidBankRoutingNumber { get; } = new("invalid-bank-routing-number");

    /// <summary>The account number is wrong.</summary>
    public static PayPromptError InvalidBankAccountNumber { get; } = new("invalid-bank-account-number");

    /// <summary>Two entries that should be equal are not.</summary>
    public static PayPromptError InputMatchingFailed { get; } = new("input-matching-failed");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static PayPromptError IVendorWord<PayPromptError>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
