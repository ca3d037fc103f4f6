using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>A medium of the account's library (<c>Media.Library</c>).</summary>
/// <remarks>
/// Read with tolerance, as <see cref="CallrApp"/>. Content is converted after it was set, so that a medium should not be played before it is <see cref="CallrMediaStatus.Ready"/> (unverified: what happens
/// otherwise). Source: the vendor's SDKs.
/// </remarks>
public sealed record CallrMediaItem
{
    /// <summary>The medium's number: what <see cref="CallrMedia.Library"/> takes.</summary>
    /// <value>Null where it is missing.</value>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(CountConverter))]
    public long? Id { get; init; }

    /// <summary>The medium's other name for the vendor.</summary>
    [JsonPropertyName("hash")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Hash { get; init; }

    /// <summary>The medium's name for people.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Name { get; init; }

    /// <summary>What is said, where the text was given.</summary>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Content { get; init; }

    /// <summary>How long it is, in the vendor's unit.</summary>
    /// <value>Unverified: seconds.</value>
    [JsonPropertyName("duration")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? Duration { get; init; }

    /// <summary>The voice, where it was made from text.</summary>
    [JsonPropertyName("voice")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Voice { get; init; }

    /// <summary>How far it is.</summary>
    /// <value><c>default</c> where it is missing.</value>
    [JsonPropertyName("status")]
    public CallrMediaStatus Status { get; init; }

    /// <summary>Its languages: <c>en_US</c>.</summary>
    [JsonPropertyName("language")]
    [JsonConverter(typeof(CallrTextsConverter))]
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Its categories, in the vendor's words.</summary>
    [JsonPropertyName("category")]
    [JsonConverter(typeof(CallrTextsConverter))]
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Its tags, each with its values.</summary>
    [JsonPropertyName("tags")]
    [JsonConverter(typeof(CallrTagsConverter))]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tags { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Where it can be heard, as MP3.</summary>
    [JsonPropertyName("url")]
    [JsonConverter(typeof(CallrUrlConverter))]
    public Uri? Url { get; init; }

    /// <summary>Whether it can be changed.</summary>
    [JsonPropertyName("is_editable")]
    [JsonConverter(typeof(ForgivingTruthConverter))]
    public bool? IsEditable { get; init; }

    /// <summary>Members that this version does not know.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }

    /// <summary>Number and state; not what is said.</summary>
    public override string ToString() => $"{nameof(CallrMediaItem)} {{ Id = {Id}, Status = {Status} }}";
}
