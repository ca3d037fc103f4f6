using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A message of an assistant's conversation, by who wrote it.</summary>
/// <remarks>A message of another role can be given in <see cref="TelnyxCommand.AdditionalProperties"/>.</remarks>
[JsonDerivedType(typeof(ModelMessage))]
[JsonDerivedType(typeof(DeveloperMessage))]
[JsonDerivedType(typeof(SystemMessage))]
[JsonDerivedType(typeof(ToolMessage))]
[JsonDerivedType(typeof(UserMessage))]
public abstract record AssistantMessage : TelnyxCommandPart
{
    private protected AssistantMessage(string role) => Role = role;

    /// <summary>Who wrote it.</summary>
    [JsonPropertyName("role")]
    public string Role { get; }

    /// <summary>What is to be kept with it.</summary>
    /// <value>Null, the default, for nothing. Unverified: its members.</value>
    [JsonPropertyName("metadata")]
    public JsonObject? Metadata { get; init; }


    internal static void Validate(ViolationList violations, string field, IReadOnlyList<AssistantMessage>? messages)
    {
        for (var i = 0; i < messages?.Count; i++)
            messages[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
    }
}
