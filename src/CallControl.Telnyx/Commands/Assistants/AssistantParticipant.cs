using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A leg that takes part in an assistant's conversation.</summary>
public sealed record AssistantParticipant : TelnyxCommandPart
{
    /// <summary>The leg, by its call control id.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    /// <value>A user, which is the only one that the vendor takes.</value>
    [JsonPropertyName("role")]
    public ConversationRole Role { get; init; } = ConversationRole.User;

    /// <summary>The participant's name.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What becomes of the conversation when the participant hangs up.</summary>
    /// <value>Null, the default, lets it go on.</value>
    [JsonPropertyName("on_hangup")]
    public ParticipantHangup? OnHangup { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".id", Id);
        violations.CheckRequired(field + ".role", Role.Value);
    }
}
