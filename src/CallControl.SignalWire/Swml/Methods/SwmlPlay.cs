using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Plays files, spoken text, silence or ringing tones, and goes on at their end.</summary>
/// <remarks>Answers the call unless <see cref="AutoAnswer"/> is false. Reads the variables <c>say_voice</c>, <c>say_language</c> and <c>say_gender</c>.</remarks>
public sealed record SwmlPlay() : SwmlObjectMethod("play")
{
    /// <summary>Plays one sound.</summary>
    /// <param name="url">The sound.</param>
    public SwmlPlay(SwmlSound url)
        : this() => Url = url;

    /// <summary>Plays sounds one after another.</summary>
    /// <param name="urls">The sounds.</param>
    public SwmlPlay(IReadOnlyList<SwmlSound> urls)
        : this() => Urls = urls;

    /// <summary>The sound.</summary>
    /// <value>This or <see cref="Urls"/>, exactly one of them.</value>
    [JsonPropertyName("url")]
    public SwmlSound? Url { get; init; }

    /// <summary>The sounds, one after another.</summary>
    /// <value>At least one. This or <see cref="Url"/>, exactly one of them.</value>
    [JsonPropertyName("urls")]
    public IReadOnlyList<SwmlSound>? Urls { get; init; }

    /// <summary>Whether a call that is not answered is answered by this.</summary>
    /// <value>Null, the default, is true; false plays into the ringing call.</value>
    [JsonPropertyName("auto_answer")]
    public bool? AutoAnswer { get; init; }

    /// <summary>How much louder, in dB.</summary>
    /// <value>-40 to 40. Null, the default, is 0.</value>
    [JsonPropertyName("volume")]
    public double? Volume { get; init; }

    /// <summary>The voice of spoken text.</summary>
    /// <value>Null, the default, is <c>Polly.Salli</c>.</value>
    [JsonPropertyName("say_voice")]
    public string? SayVoice { get; init; }

    /// <summary>The language of spoken text.</summary>
    /// <value>Null, the default, is <c>en-US</c>.</value>
    [JsonPropertyName("say_language")]
    public string? SayLanguage { get; init; }

    /// <summary>The gender of the voice.</summary>
    /// <value>Null, the default, is <c>female</c>.</value>
    [JsonPropertyName("say_gender")]
    public string? SayGender { get; init; }

    /// <summary>Where <c>calling.call.play</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        SwmlRules.ExactlyOne(violations, field, ("url", Url is not null), ("urls", Urls is not null));
        SwmlRules.Sound(violations, field + ".url", Url);
        SwmlRules.Sounds(violations, field + ".urls", Urls);
        violations.CheckNumber(field + ".volume", Volume, -40, 40);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
    }
}
