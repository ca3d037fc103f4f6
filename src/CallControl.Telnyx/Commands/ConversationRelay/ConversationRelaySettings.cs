using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Address and behaviour of a Conversation Relay session in one object; the fields of the command win over these.</summary>
public sealed record ConversationRelaySettings : TelnyxCommandPart
{
    /// <summary>Your WebSocket server.</summary>
    /// <value>A ws or wss address.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    /// <summary>Whether keys are reported.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("dtmf_detection")]
    public bool? DtmfDetection { get; init; }

    /// <summary>What of the caller cuts off what is said.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("interruptible")]
    public Interruptible? Interruptible { get; init; }

    /// <summary>What of the caller cuts off the greeting.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("interruptible_greeting")]
    public Interruptible? InterruptibleGreeting { get; init; }

    /// <summary>Voice and recognition for each language.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("languages")]
    public IReadOnlyList<ConversationRelayLanguage>? Languages { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckSocketUrl(field + ".url", Url, isRequired: true);
        ConversationRelayLanguage.Validate(violations, field + ".languages", Languages);
    }
}
