using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>What kind of app a <see cref="CallrApp"/> is.</summary>
public sealed record CallrAppPackage
{
    /// <summary>The kind with its version: <c>REALTIME10</c>.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Name { get; init; }

    /// <summary>The kind: <c>REALTIME</c>.</summary>
    [JsonPropertyName("type")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Type { get; init; }

    /// <summary>Whether numbers can be assigned to such an app.</summary>
    [JsonPropertyName("has_did")]
    [JsonConverter(typeof(ForgivingTruthConverter))]
    public bool? HasDid { get; init; }

    /// <summary>Members that this version does not know.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }

    /// <summary>The kind.</summary>
    public override string ToString() => $"{nameof(CallrAppPackage)} {{ Name = {Name} }}";
}
