using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where the neighbours of a page begin. Opaque.</summary>
public sealed record ActiveCallsCursors : TelnyxAnswer
{
    /// <summary>What the next page comes after; null on the last page.</summary>
    [JsonPropertyName("after")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? After { get; init; }

    /// <summary>What the previous page comes before; null on the first page.</summary>
    [JsonPropertyName("before")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Before { get; init; }
}
