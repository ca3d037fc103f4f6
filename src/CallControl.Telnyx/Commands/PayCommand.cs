using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Collects the data of a card or a bank account by keys, and pays with them.</summary>
/// <remarks>
/// Recordings are paused meanwhile. <c>call.payment.progress</c> and <c>call.payment.completed</c> follow. Newer than the vendor's specification:
/// known from its SDKs alone.
/// </remarks>
public sealed record PayCommand() : TelnyxCallCommand("pay")
{
    /// <summary>How much.</summary>
    /// <value>0 or more; needed for a charge. Null, the default, for none.</value>
    [JsonPropertyName("amount")]
    public decimal? Amount { get; init; }

    /// <summary>The currency.</summary>
    /// <value><c>USD</c>, in capital or small letters, which is the only one. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>The payment connector, which is set up at the vendor before.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("connector_name")]
    public string? ConnectorName { get; init; }

    /// <summary>What is paid for.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>What is done.</summary>
    /// <value>Null, the default: tokenize where the amount is 0 or absent, else charge.</value>
    [JsonPropertyName("transaction_type")]
    public PayTransactionType? TransactionType { get; init; }

    /// <summary>What is paid with.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("payment_method")]
    public PayMethod? PaymentMethod { get; init; }

    /// <summary>A token from an earlier payment; nothing is collected then.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("payment_token")]
    public string? PaymentToken { get; init; }

    /// <summary>The cards that are taken.</summary>
    /// <value>Not together with <see cref="PaymentToken"/>. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("valid_card_types")]
    public IReadOnlyList<PayCardType>? ValidCardTypes { get; init; }

    /// <summary>What is said in each step.</summary>
    /// <value>Null, the default, for the vendor's words.</value>
    [JsonPropertyName("prompts")]
    public PayPrompts? Prompts { get; init; }

    /// <summary>The language of the prompts.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The voice of the prompts.</summary>
    /// <value><c>Provider.Model.VoiceId</c>, or <c>male</c> or <c>female</c>. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    /// <summary>The quality of speech.</summary>
    /// <value>Null, the default, is premium.</value>
    [JsonPropertyName("service_level")]
    public SpeechServiceLevel? ServiceLevel { get; init; }

    /// <summary>How long the next key is waited for, in milliseconds.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("inter_digit_timeout_millis")]
    public int? InterDigitTimeoutMs { get; init; }

    /// <summary>How long keys are waited for in each step, in milliseconds.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("timeout_millis")]
    public int? TimeoutMs { get; init; }

    /// <summary>How often each step is tried.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("max_attempts")]
    public int? MaxAttempts { get; init; }

    /// <summary>What the connector is told besides.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("metadata")]
    public JsonObject? Metadata { get; init; }

    /// <summary>What the connector is told besides, as its parameters.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("parameters")]
    public JsonObject? Parameters { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (Amount < 0)
            violations.Add("amount", "must be 0 or more", Amount.Value.ToString(CultureInfo.InvariantCulture));

        if (TransactionType == PayTransactionType.Charge && Amount is null)
            violations.Add("amount", "must be given for a charge");

        if (Currency is not null && !string.Equals(Currency, "USD", StringComparison.OrdinalIgnoreCase))
            violations.Add("currency", "must be USD", $"'{Currency}'");

        violations.CheckNotTogether("valid_card_types", ValidCardTypes is not null, "payment_token", PaymentToken is not null);
        Prompts?.Validate(violations, "prompts");
        violations.CheckAtLeast("inter_digit_timeout_millis", InterDigitTimeoutMs, 0);
        violations.CheckAtLeast("timeout_millis", TimeoutMs, 0);
        violations.CheckAtLeast("max_attempts", MaxAttempts, 1);
    }
}
