using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What every answer to a command is wrapped in.</summary>
/// <typeparam name="TAnswer">What the answer says.</typeparam>
internal sealed record DataEnvelope<TAnswer>
    where TAnswer : TelnyxAnswer
{
    /// <summary>What the answer says; null where it says nothing.</summary>
    [JsonPropertyName("data")]
    public TAnswer? Data { get; init; }
}
