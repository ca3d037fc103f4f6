using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a live translation is started.</summary>
public sealed record LiveTranslateStart : LiveSessionStart
{
    /// <summary>The language of the far end of the leg. Unverified: which side is meant.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("from_lang")]
    public required string FromLanguage { get; init; }

    /// <summary>The other language.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("to_lang")]
    public required string ToLanguage { get; init; }

    /// <summary>The voice for <see cref="FromLanguage"/>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("from_voice")]
    public string? FromVoice { get; init; }

    /// <summary>The voice for <see cref="ToLanguage"/>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("to_voice")]
    public string? ToVoice { get; init; }

    /// <summary>The tone of what is translated from <see cref="FromLanguage"/>. Unverified: which way is meant.</summary>
    /// <value>Null, the default, leaves it as it is.</value>
    [JsonPropertyName("filter_from")]
    public TranslationFilter? FilterFrom { get; init; }

    /// <summary>The tone of what is translated the other way.</summary>
    /// <value>Null, the default, leaves it as it is.</value>
    [JsonPropertyName("filter_to")]
    public TranslationFilter? FilterTo { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired($"{field}.from_lang", FromLanguage);
        violations.CheckRequired($"{field}.to_lang", ToLanguage);
        violations.CheckWord($"{field}.filter_from", FilterFrom);
        violations.CheckWord($"{field}.filter_to", FilterTo);
        base.Validate(violations, field);
    }
}
