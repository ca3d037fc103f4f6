using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is said in each step of a payment.</summary>
public sealed record PayPrompts : TelnyxCommandPart
{
    /// <summary>Asks for the account number.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("bank-account-number")]
    public PayPrompt? BankAccountNumber { get; init; }

    /// <summary>Asks for the routing number.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("bank-routing-number")]
    public PayPrompt? BankRoutingNumber { get; init; }

    /// <summary>Asks for the card's expiry.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("expiration-date")]
    public PayPrompt? ExpirationDate { get; init; }

    /// <summary>Asks for the card number.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("payment-card-number")]
    public PayPrompt? PaymentCardNumber { get; init; }

    /// <summary>Asks for the postal code.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("postal-code")]
    public PayPrompt? PostalCode { get; init; }

    /// <summary>Asks for the security code.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("security-code")]
    public PayPrompt? SecurityCode { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        BankAccountNumber?.Validate(violations, field + ".bank-account-number");
        BankRoutingNumber?.Validate(violations, field + ".bank-routing-number");
        ExpirationDate?.Validate(violations, field + ".expiration-date");
        PaymentCardNumber?.Validate(violations, field + ".payment-card-number");
        PostalCode?.Validate(violations, field + ".postal-code");
        SecurityCode?.Validate(violations, field + ".security-code");
    }
}
