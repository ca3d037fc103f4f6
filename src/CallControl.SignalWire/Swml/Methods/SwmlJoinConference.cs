using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Puts the call into a conference, which is made if there is none of the name.</summary>
/// <remarks>Sets the variables <c>join_conference_result</c> (completed, answered, no-answer, failed, canceled) and <c>return_value</c>. Unverified: that it goes on only when the call has left the conference.</remarks>
public sealed record SwmlJoinConference() : SwmlObjectMethod("join_conference")
{
    /// <summary>Puts the call into a conference.</summary>
    /// <param name="name">The conference's name.</param>
    [SetsRequiredMembers]
    public SwmlJoinConference(string name)
        : this() => ConferenceName = name;

    /// <summary>The conference's name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("name")]
    public required string ConferenceName { get; init; }

    /// <summary>Whether the call is muted at first.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("muted")]
    public bool? Muted { get; init; }

    /// <summary>When a beep is heard.</summary>
    /// <value>Null, the default, is <see cref="SwmlConferenceBeep.Always"/>.</value>
    [JsonPropertyName("beep")]
    public SwmlConferenceBeep? Beep { get; init; }

    /// <summary>Whether the conference begins when this call joins.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("start_on_enter")]
    public bool? StartOnEnter { get; init; }

    /// <summary>Whether the conference ends when this call leaves.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("end_on_exit")]
    public bool? EndOnExit { get; init; }

    /// <summary>Where the document is fetched that plays until the conference begins.</summary>
    /// <value>An absolute http or https address. Null, the default, is the vendor's music.</value>
    [JsonPropertyName("wait_url")]
    public Uri? WaitUrl { get; init; }

    /// <summary>How many may be in the conference.</summary>
    /// <value>2 to 100000. Null, the default, is 100000.</value>
    [JsonPropertyName("max_participants")]
    public int? MaxParticipants { get; init; }

    /// <summary>Whether the conference is recorded.</summary>
    /// <value>Null, the default, is <see cref="SwmlConferenceRecording.Never"/>.</value>
    [JsonPropertyName("record")]
    public SwmlConferenceRecording? Record { get; init; }

    /// <summary>Where the conference is.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("region")]
    public SwmlConferenceRegion? Region { get; init; }

    /// <summary>Whether silence is cut off the recording's start.</summary>
    /// <value>Null, the default, is <see cref="SwmlConferenceTrim.Silence"/>.</value>
    [JsonPropertyName("trim")]
    public SwmlConferenceTrim? Trim { get; init; }

    /// <summary>The call in the conference that alone hears this one.</summary>
    /// <value>The id of a call in a running conference; of another one it is a failure. Null, the default, for none.</value>
    [JsonPropertyName("coach")]
    public string? Coach { get; init; }

    /// <summary>Where <c>calling.conference</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_callback")]
    public Uri? StatusCallback { get; init; }

    /// <summary>What is sent to <see cref="StatusCallback"/>.</summary>
    /// <value>At least one word. Unverified: what null, the default, sends.</value>
    [JsonPropertyName("status_callback_event")]
    [JsonConverter(typeof(SwmlWordsConverter<SwmlConferenceEvent>))]
    public IReadOnlyList<SwmlConferenceEvent>? StatusCallbackEvents { get; init; }

    /// <summary>The form in which it is sent.</summary>
    /// <remarks>Unverified: what null, the default, is; the pages of SWML show <see cref="SwmlCallbackFormat.Relay"/>.</remarks>
    [JsonPropertyName("status_callback_event_type")]
    public SwmlCallbackFormat? StatusCallbackFormat { get; init; }

    /// <summary>How it is sent.</summary>
    /// <value>GET or POST. Null, the default, is POST.</value>
    [JsonPropertyName("status_callback_method")]
    public SwmlHttpMethod? StatusCallbackMethod { get; init; }

    /// <summary>Where the recording's states are sent to, as <c>calling.conference</c>.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("recording_status_callback")]
    public Uri? RecordingStatusCallback { get; init; }

    /// <summary>What is sent to <see cref="RecordingStatusCallback"/>.</summary>
    /// <value>At least one word. Unverified: what null, the default, sends.</value>
    [JsonPropertyName("recording_status_callback_event")]
    [JsonConverter(typeof(SwmlWordsConverter<SwmlRecordingEvent>))]
    public IReadOnlyList<SwmlRecordingEvent>? RecordingStatusCallbackEvents { get; init; }

    /// <summary>The form in which it is sent.</summary>
    [JsonPropertyName("recording_status_callback_event_type")]
    public SwmlCallbackFormat? RecordingStatusCallbackFormat { get; init; }

    /// <summary>How it is sent.</summary>
    /// <value>GET or POST. Null, the default, is POST.</value>
    [JsonPropertyName("recording_status_callback_method")]
    public SwmlHttpMethod? RecordingStatusCallbackMethod { get; init; }

    /// <summary>How it goes on, by the result.</summary>
    /// <remarks>Unverified: the vendor's page says that the conference ends where there is none.</remarks>
    [JsonPropertyName("result")]
    public SwmlBranch? Result { get; init; }

    /// <summary>A socket that gets the conference's audio.</summary>
    [JsonPropertyName("stream")]
    public SwmlConferenceStream? Stream { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".name", ConferenceName);
        SwmlRules.Url(violations, field + ".wait_url", WaitUrl);
        violations.CheckRange(field + ".max_participants", MaxParticipants, 2, 100_000);
        violations.CheckId(field + ".coach", Coach);
        SwmlRules.Url(violations, field + ".status_callback", StatusCallback);
        SwmlRules.NotEmpty(violations, field + ".status_callback_event", StatusCallbackEvents);
        SwmlRules.Url(violations, field + ".recording_status_callback", RecordingStatusCallback);
        SwmlRules.NotEmpty(violations, field + ".recording_status_callback_event", RecordingStatusCallbackEvents);
        SwmlRules.Branch(violations, field + ".result", Result);
        Stream?.Validate(violations, field + ".stream");
        violations.CheckWord(field + ".beep", Beep);
        violations.CheckWord(field + ".record", Record);
        violations.CheckWord(field + ".region", Region);
        violations.CheckWord(field + ".trim", Trim);
        violations.CheckWords(field + ".status_callback_event", StatusCallbackEvents);
        violations.CheckWord(field + ".status_callback_event_type", StatusCallbackFormat);
        violations.CheckWord(field + ".status_callback_method", StatusCallbackMethod);
        violations.CheckWords(field + ".recording_status_callback_event", RecordingStatusCallbackEvents);
        violations.CheckWord(field + ".recording_status_callback_event_type", RecordingStatusCallbackFormat);
        violations.CheckWord(field + ".recording_status_callback_method", RecordingStatusCallbackMethod);
    }
}
