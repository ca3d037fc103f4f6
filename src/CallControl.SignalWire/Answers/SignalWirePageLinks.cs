using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where the neighbours of a page are. One may be relative to the page's own address. Followed to the space's own host only.</summary>
public sealed record SignalWirePageLinks : SignalWireAnswer
{
    /// <summary>This page.</summary>
    [JsonPropertyName("self")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Self { get; init; }

    /// <summary>The first page.</summary>
    [JsonPropertyName("first")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? First { get; init; }

    /// <summary>The next page; null on the last one.</summary>
    [JsonPropertyName("next")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Next { get; init; }

    /// <summary>The previous page; null on the first one.</summary>
    [JsonPropertyName("prev")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Previous { get; init; }
}
