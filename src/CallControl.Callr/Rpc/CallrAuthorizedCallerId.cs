using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>A number or name that the account may show as the caller or sender.</summary>
/// <remarks>Read with tolerance, as <see cref="CallrApp"/>; a text in place of the object is taken for <see cref="CallerId"/>. Source: the vendor's .NET SDK.</remarks>
public sealed record CallrAuthorizedCallerId
{
    /// <summary>The number, or the sender of a text message.</summary>
    [JsonPropertyName("cli")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? CallerId { get; init; }

    /// <summary>A label of yours.</summary>
    [JsonPropertyName("label")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Label { get; init; }

    /// <summary>A comment of yours.</summary>
    [JsonPropertyName("comment")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Comment { get; init; }

    /// <summary>Members that this version does not know.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }

    /// <summary>The kind only: the rest is a number and what was written of it.</summary>
    public override string ToString() => nameof(CallrAuthorizedCallerId);
}
