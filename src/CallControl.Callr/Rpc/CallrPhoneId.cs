using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>How to record a medium of the library by phone: call the number, enter the code.</summary>
public sealed record CallrPhoneId
{
    /// <summary>The digits to enter.</summary>
    [JsonPropertyName("code")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Code { get; init; }

    /// <summary>The number to call.</summary>
    [JsonPropertyName("number")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Number { get; init; }

    /// <summary>Members that this version does not know.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? Others { get; internal set; }

    /// <summary>The kind only: whoever has the code can record.</summary>
    public override string ToString() => nameof(CallrPhoneId);
}
