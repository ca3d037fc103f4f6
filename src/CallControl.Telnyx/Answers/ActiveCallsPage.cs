using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>One page of the legs of an application that are up.</summary>
public sealed record ActiveCallsPage : TelnyxAnswer
{
    /// <summary>The legs; may be empty.</summary>
    [JsonPropertyName("data")]
    [JsonRequired]
    [JsonConverter(typeof(AnswerCallsConverter))]
    public IReadOnlyList<TelnyxCall> Calls { get; init => field = value ?? []; } = [];

    /// <summary>Where this page stands; null where the answer does not say.</summary>
    [JsonPropertyName("meta")]
    public ActiveCallsMeta? Meta { get; init; }
}
