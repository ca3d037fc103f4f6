using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A step of a payment was made, or failed.</summary>
/// <remarks>Name on the wire: <c>call.payment.progress</c>. Newer than the vendor's OpenAPI description; taken from its SDKs.</remarks>
public sealed record CallPaymentProgressEvent : TelnyxPaymentEvent
{
    /// <summary>The step.</summary>
    [JsonPropertyName("payment_step")]
    public CallPaymentStep PaymentStep { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonPropertyName("payment_status")]
    public CallPaymentStatus PaymentStatus { get; init; }

    /// <summary>The try at this step, beginning with 1. <see cref="TelnyxEvent.Attempt"/> is that of the delivery.</summary>
    [JsonPropertyName("attempt")]
    public int? PaymentAttempt { get; init; }

    /// <summary>What was wrong with the entry.</summary>
    [JsonPropertyName("error_type")]
    public CallPaymentErrorType ErrorType { get; init; }
}
