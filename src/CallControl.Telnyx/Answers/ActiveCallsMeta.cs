using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where a page stands among the others.</summary>
public sealed record ActiveCallsMeta : TelnyxAnswer
{
    /// <summary>Where the neighbours of the page begin; null where the answer does not say.</summary>
    [JsonPropertyName("cursors")]
    public ActiveCallsCursors? Cursors { get; init; }

    /// <summary>The address of the next page; null on the last one.</summary>
    [JsonPropertyName("next")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Next { get; init; }

    /// <summary>The address of the previous page; null on the first one.</summary>
    [JsonPropertyName("previous")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Previous { get; init; }

    /// <summary>How many legs there are on all pages; null where the answer does not say.</summary>
    [JsonPropertyName("total_items")]
    [JsonConverter(typeof(CountConverter))]
    public long? TotalItems { get; init; }
}
