using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Variables for a Conversation Relay session.</summary>
public sealed record ConversationRelayAssistant : TelnyxCommandPart
{
    /// <summary>Texts by the names of the variables.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("dynamic_variables")]
    public IReadOnlyDictionary<string, string>? DynamicVariables { get; init; }
}
