using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Answers an inbound call.</summary>
/// <remarks>Sets the variable <c>answer_result</c>. Unverified: what it does to a call that is answered already.</remarks>
public sealed record SwmlAnswer() : SwmlObjectMethod("answer")
{
    /// <summary>The longest call, in seconds.</summary>
    /// <value>Null, the default, is 14400: 4 hours.</value>
    [JsonPropertyName("max_duration")]
    public int? MaxDurationSeconds { get; init; }

    /// <summary>The codecs that are offered, by preference, with commas between them.</summary>
    /// <value>Of PCMU, PCMA, G722, G729, AMR-WB, OPUS, VP8 and H264. Null, the default, leaves them to the vendor.</value>
    [JsonPropertyName("codecs")]
    public string? Codecs { get; init; }

    /// <summary>The user's name for the authentication of a SIP call.</summary>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The password that goes with <see cref="Username"/>.</summary>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckAtLeast(field + ".max_duration", MaxDurationSeconds, 0);
        violations.CheckId(field + ".codecs", Codecs);
    }
}
