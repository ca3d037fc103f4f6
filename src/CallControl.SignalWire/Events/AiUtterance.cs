using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Something that was said.</summary>
public sealed record AiUtterance
{
    /// <summary>Who said it, such as <c>remote-caller</c>.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; init; }

    /// <summary>What was said.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>In which language.</summary>
    [JsonPropertyName("lang")]
    public string? Lang { get; init; }

    /// <summary>Its id.</summary>
    [JsonPropertyName("utterance_id")]
    public string? UtteranceId { get; init; }

    /// <summary>When it was said. Unverified: the unit.</summary>
    [JsonPropertyName("timestamp")]
    [JsonConverter(typeof(CountConverter))]
    public long? Timestamp { get; init; }

    /// <summary>How sure the vendor is of the words.</summary>
    [JsonPropertyName("confidence")]
    public double? Confidence { get; init; }

    /// <summary>How many tokens it is long.</summary>
    [JsonPropertyName("tokens")]
    public int? Tokens { get; init; }

    /// <summary>How many characters it is long.</summary>
    [JsonPropertyName("char_count")]
    public int? CharCount { get; init; }

    /// <summary>How many words it is long.</summary>
    [JsonPropertyName("word_count")]
    public int? WordCount { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiUtterance);
}
