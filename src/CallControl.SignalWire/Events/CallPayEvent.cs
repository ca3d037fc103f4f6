using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A payment goes on, or is over.</summary>
/// <remarks>
/// Name on the wire: <c>calling.call.pay</c>.
/// What was entered comes masked or not at all. Unverified: how. Treat all of it as secret.
/// </remarks>
public sealed record CallPayEvent : SignalWireEvent
{
    /// <summary>Where its events go.</summary>
    [JsonPropertyName("status_url")]
    public string? StatusUrl { get; init; }

    /// <summary>How they go there.</summary>
    [JsonPropertyName("status_url_method")]
    public string? StatusUrlMethod { get; init; }

    /// <summary>Which part of it this is about.</summary>
    [JsonPropertyName("for")]
    public CallPayStep For { get; init; }

    /// <summary>What was wrong with what was entered; empty where nothing was.</summary>
    [JsonPropertyName("error_type")]
    public CallPayErrorType ErrorType { get; init; }

    /// <summary>Which attempt at this part it is. Text on the wire.</summary>
    [JsonPropertyName("attempt")]
    public int? Attempt { get; init; }

    /// <summary>The security code that was entered.</summary>
    [JsonPropertyName("security_code")]
    public string? SecurityCode { get; init; }

    /// <summary>The date that was entered.</summary>
    [JsonPropertyName("expiration_date")]
    public string? ExpirationDate { get; init; }

    /// <summary>How it ended.</summary>
    [JsonPropertyName("result")]
    public CallPayResult Result { get; init; }

    /// <summary>What the token is for. Unverified: it may hold the token itself.</summary>
    [JsonPropertyName("payment_token")]
    public CallPayTokenType PaymentToken { get; init; }

    /// <summary>The code of the payment provider's confirmation.</summary>
    [JsonPropertyName("payment_confirmation_code")]
    public string? PaymentConfirmationCode { get; init; }

    /// <summary>Why it failed.</summary>
    [JsonPropertyName("payment_error")]
    public CallPayErrorType PaymentError { get; init; }

    /// <summary>The same as a code.</summary>
    [JsonPropertyName("payment_error_code")]
    public string? PaymentErrorCode { get; init; }

    /// <summary>The connector's own code.</summary>
    [JsonPropertyName("payment_connector_error_code")]
    public string? PaymentConnectorErrorCode { get; init; }

    /// <summary>The connector's own words.</summary>
    [JsonPropertyName("payment_connector_error_message")]
    public string? PaymentConnectorErrorMessage { get; init; }

    /// <summary>The security code of the card.</summary>
    [JsonPropertyName("payment_card_security_code")]
    public string? PaymentCardSecurityCode { get; init; }

    /// <summary>When the card expires.</summary>
    [JsonPropertyName("payment_card_expiration_date")]
    public string? PaymentCardExpirationDate { get; init; }

    /// <summary>What is paid with.</summary>
    [JsonPropertyName("payment_method")]
    public CallPayMethod PaymentMethod { get; init; }

    /// <summary>The number of the card.</summary>
    [JsonPropertyName("payment_card_number")]
    public string? PaymentCardNumber { get; init; }

    /// <summary>The brand of the card.</summary>
    [JsonPropertyName("payment_card_type")]
    public CallPayCardType PaymentCardType { get; init; }

    /// <summary>The postal code that belongs to the card.</summary>
    [JsonPropertyName("payment_card_postal_code")]
    public string? PaymentCardPostalCode { get; init; }
}
