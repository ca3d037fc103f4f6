using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What both events of a payment tell.</summary>
/// <remarks>What was entered comes masked or not at all. Unverified: how. Treat all of it as secret.</remarks>
public abstract record TelnyxPaymentEvent : TelnyxEvent
{
    private protected TelnyxPaymentEvent()
    {
    }

    /// <summary>What is paid with.</summary>
    [JsonPropertyName("payment_method")]
    public PayMethod PaymentMethod { get; init; }

    /// <summary>The name of the connector to the payment provider.</summary>
    [JsonPropertyName("payment_connector")]
    public string? PaymentConnector { get; init; }

    /// <summary>The brand of the card.</summary>
    [JsonPropertyName("payment_card_type")]
    public PayCardType PaymentCardType { get; init; }

    /// <summary>The number of the card.</summary>
    [JsonPropertyName("payment_card_number")]
    public string? PaymentCardNumber { get; init; }

    /// <summary>The postal code that belongs to the card.</summary>
    [JsonPropertyName("payment_card_postal_code")]
    public string? PaymentCardPostalCode { get; init; }

    /// <summary>When the card expires.</summary>
    [JsonPropertyName("expiration_date")]
    public string? ExpirationDate { get; init; }

    /// <summary>The security code of the card.</summary>
    [JsonPropertyName("security_code")]
    public string? SecurityCode { get; init; }

    /// <summary>The number of the account.</summary>
    [JsonPropertyName("bank_account_number")]
    public string? BankAccountNumber { get; init; }

    /// <summary>The kind of account.</summary>
    [JsonPropertyName("bank_account_type")]
    public string? BankAccountType { get; init; }

    /// <summary>The routing number of the bank.</summary>
    [JsonPropertyName("bank_routing_number")]
    public string? BankRoutingNumber { get; init; }
}
