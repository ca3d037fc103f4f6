using System.Globalization;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>One page of the legs of an application that are up.</summary>
public sealed record ActiveCallsPage : TelnyxAnswer
{
    /// <summary>The legs; may be empty.</summary>
    [JsonPropertyName("data")]
    [JsonConverter(typeof(AnswerCallsConverter))]
    public IReadOnlyList<TelnyxCall> Calls { get; init; } = [];

    /// <summary>Where this page stands; null where the answer does not say.</summary>
    [JsonPropertyName("meta")]
    public ActiveCallsMeta? Meta { get; init; }

    /// <summary>How many legs; not which.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(ActiveCallsPage)} ({Calls.Count})");
}
