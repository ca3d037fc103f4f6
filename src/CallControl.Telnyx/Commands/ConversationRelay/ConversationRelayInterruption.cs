using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What of the caller may cut off what is spoken in Conversation Relay.</summary>
public sealed record ConversationRelayInterruption : TelnyxCommandPart
{
    /// <summary>Whether anything may.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("enable")]
    public bool? Enable { get; init; }

    /// <summary>What cuts off what is said.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("interruptible")]
    public Interruptible? Interruptible { get; init; }

    /// <summary>What cuts off the greeting.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("interruptible_greeting")]
    public Interruptible? InterruptibleGreeting { get; init; }

    /// <summary>Another name of <see cref="InterruptibleGreeting"/>. Unverified: which of them wins.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("welcome_greeting_interruptible")]
    public Interruptible? WelcomeGreetingInterruptible { get; init; }
}
