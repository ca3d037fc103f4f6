using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>A number of the account's (<c>DID</c>), which apps are assigned by its hash.</summary>
/// <remarks>Read with tolerance, as <see cref="CallrApp"/>. Source: the vendor's .NET SDK.</remarks>
public sealed record CallrDid
{
    /// <summary>The number's name for the vendor: what <see cref="ICallrClient.AssignDidAsync"/> takes.</summary>
    [JsonPropertyName("hash")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Hash { get; init; }

    /// <summary>The number as it is dialled from abroad.</summary>
    [JsonPropertyName("intl_number")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? InternationalNumber { get; init; }

    /// <summary>The number as it is dialled from within its country.</summary>
    [JsonPropertyName("local_number")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? LocalNumber { get; init; }

    /// <summary>The number's class, in the vendor's words.</summary>
    [JsonPropertyName("class")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Class { get; init; }

    /// <summary>The number's type, in the vendor's words.</summary>
    [JsonPropertyName("type")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Type { get; init; }

    /// <summary>The number's country.</summary>
    [JsonPropertyName("country_code")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? CountryCode { get; init; }

    /// <summary>The app that it is assigned to, by hash; null for none.</summary>
    [JsonPropertyName("app")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? App { get; init; }

    /// <summary>Members that this version does not know.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }

    /// <summary>The hash only.</summary>
    public override string ToString() => $"{nameof(CallrDid)} {{ Hash = {Hash} }}";
}
