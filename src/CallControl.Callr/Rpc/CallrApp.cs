using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>A Voice App (<c>App</c>): what the vendor does with calls to the numbers that are assigned to it.</summary>
/// <remarks>Read with tolerance: a member that is missing or of another type than known is left at its default. Source: the vendor's SDKs; its page on objects was not found.</remarks>
public sealed record CallrApp
{
    /// <summary>The app's name for the vendor; its requests have it as <see cref="RealTimeRequest.App"/>.</summary>
    [JsonPropertyName("hash")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Hash { get; init; }

    /// <summary>The app's name for people.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Name { get; init; }

    /// <summary>The settings (<c>p</c>). Those of an app of another type than <c>REALTIME10</c> are in <see cref="CallrRealTimeAppSettings.Others"/>.</summary>
    /// <value>Null where there are none.</value>
    [JsonPropertyName("p")]
    [JsonConverter(typeof(ForgivingObjectConverter<CallrRealTimeAppSettings>))]
    public CallrRealTimeAppSettings? Settings { get; init; }

    /// <summary>The numbers that are assigned to it (<c>did</c>).</summary>
    /// <value>Empty where the vendor names none, as in a list that was asked for without numbers.</value>
    [JsonPropertyName("did")]
    [JsonConverter(typeof(ForgivingListConverter<CallrDid>))]
    public IReadOnlyList<CallrDid> Dids { get; init; } = [];

    /// <summary>What kind of app it is.</summary>
    [JsonPropertyName("package")]
    [JsonConverter(typeof(ForgivingObjectConverter<CallrAppPackage>))]
    public CallrAppPackage? Package { get; init; }

    /// <summary>When it was made.</summary>
    /// <value>UTC; null where it is missing or unreadable.</value>
    [JsonPropertyName("date_creation")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    /// <value>UTC; null where it never was: the vendor writes a date of zeros then.</value>
    [JsonPropertyName("date_update")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Members that this version does not know.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }

    /// <summary>The hash only: the settings hold a password.</summary>
    public override string ToString() => $"{nameof(CallrApp)} {{ Hash = {Hash} }}";
}
