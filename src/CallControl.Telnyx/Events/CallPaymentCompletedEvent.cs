using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A payment was made, or was given up.</summary>
/// <remarks>Name on the wire: <c>call.payment.completed</c>. Newer than the vendor's OpenAPI description; taken from its SDKs.</remarks>
public sealed record CallPaymentCompletedEvent : TelnyxPaymentEvent
{
    /// <summary>How it ended.</summary>
    [JsonPropertyName("result")]
    public CallPaymentResult Result { get; init; }

    /// <summary>The payment provider's confirmation.</summary>
    [JsonPropertyName("payment_confirmation_code")]
    public string? PaymentConfirmationCode { get; init; }

    /// <summary>The payment provider's charge.</summary>
    [JsonPropertyName("charge_id")]
    public string? ChargeId { get; init; }

    /// <summary>The payment provider's token for what was entered.</summary>
    [JsonPropertyName("token_id")]
    public string? TokenId { get; init; }

    /// <summary>What went wrong, in words of the vendor.</summary>
    [JsonPropertyName("payment_error")]
    public string? PaymentError { get; init; }

    /// <summary>The vendor's code for it.</summary>
    [JsonPropertyName("pay_error_code")]
    public string? PayErrorCode { get; init; }

    /// <summary>What the payment provider said: text or an object.</summary>
    [JsonPropertyName("connector_error")]
    public JsonElement? ConnectorError { get; init; }
}
