using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What is said into a live translation.</summary>
public sealed record LiveInjection : SignalWireCommandPart
{
    /// <summary>The message.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>Which side it belongs to. Unverified: whether as a speaker or as a listener.</summary>
    [JsonPropertyName("direction")]
    public required CallerSide Direction { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired($"{field}.message", Message);
        violations.CheckRequired($"{field}.direction", Direction.Value);
    }
}
