namespace CallControl.Contract.Tests.SignalWire;

/// <summary>The refusal with status 422 that fits an operation: what the mapping <c>failure.422</c> answers there.</summary>
/// <param name="Operation">A name of <see cref="SignalWireOperation.All"/>.</param>
/// <param name="Code">A code of the vendor's error list.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Attribute">The member that is meant; null for none.</param>
public sealed record SignalWireRefusal(string Operation, string Code, string Message, string? Attribute = null)
{
    private const string Missing = "missing_required_parameter";
    private const string Invalid = "invalid_parameter";
    private const string CxmlCall = "invalid_call_id_passed";
    private const string OfCxml = "An XML document controls this call.";
    private const string State = "invalid_state";

    /// <summary>One for each operation.</summary>
    public static IReadOnlyList<SignalWireRefusal> All { get; } =
    [
        new("dial", "not_routable", "There is no way to this number.", "to"),
        new("update", "cannot_redirect_not_in_progress", "It still rings.", "url"),
        new("calling.end", Invalid, "There is no such reason.", "reason"),
        new("calling.disconnect", CxmlCall, OfCxml, "id"),
        new("calling.transfer", "invalid_object", "The document has no sections.", "dest"),
        new("calling.refer", "invalid_sip_destination", "This is no SIP address.", "device"),
        new("calling.user_event", "invalid_object", "An event is an object.", "event"),
        new("calling.play", "url_is_unsafe", "Nothing is fetched from a private network.", "play"),
        new("calling.play.pause", State, "Nothing plays."),
        new("calling.play.resume", State, "It is not paused."),
        new("calling.play.stop", State, "Nothing plays."),
        new("calling.play.volume", Invalid, "This is too loud.", "volume"),
        new("calling.record", Invalid, "Such keys end nothing.", "record"),
        new("calling.record.pause", State, "Nothing is recorded."),
        new("calling.record.resume", State, "It is not paused."),
        new("calling.record.stop", State, "Nothing is recorded."),
        new("calling.collect", "must_specify_related_parameter", "Digits or speech must be asked for.", "digits"),
        new("calling.collect.stop", State, "Nothing is collected."),
        new("calling.collect.start_input_timers", State, "The timers run already."),
        new("calling.detect", Missing, "It must be said what to look for.", "detect"),
        new("calling.detect.stop", State, "Nothing is looked for."),
        new("calling.tap", "url_is_unsafe", "Nothing is sent to a private network.", "device"),
        new("calling.tap.stop", State, "Nothing is tapped."),
        new("calling.stream", "incompatible_parameters", "The address may have no query.", "url"),
        new("calling.stream.stop", State, "Nothing streams."),
        new("calling.transcribe", "not_an_http_url", "Reports go to http or https.", "status_url"),
        new("calling.transcribe.stop", State, "Nothing is transcribed."),
        new("calling.denoise", CxmlCall, OfCxml, "id"),
        new("calling.denoise.stop", CxmlCall, OfCxml, "id"),
        new("calling.live_transcribe", Missing, "The language must be told.", "action"),
        new("calling.live_translate", Invalid, "There is no such filter.", "action"),
        new("calling.ai_hold", Invalid, "A number is no text.", "timeout"),
        new("calling.ai_unhold", State, "Nobody is held."),
        new("calling.ai_message", Invalid, "There is no such role.", "role"),
        new("calling.ai.stop", State, "There is no agent."),
        new("calling.ai_sidecar", Missing, "The language must be told.", "lang"),
        new("calling.ai_sidecar.poke", Missing, "There is nothing to say.", "text"),
        new("calling.ai_sidecar.ask", Missing, "There is nothing to ask.", "text"),
        new("calling.ai_sidecar.stop", State, "There is no sidecar."),
        new("calling.ai_sidecar.status", State, "There is no sidecar."),
        new("calling.send_fax.stop", State, "No fax is sent."),
        new("calling.receive_fax.stop", State, "No fax comes in."),
        new("get_log", "must_belong_to_project", "It is another project's.", "id"),
        new("list_log_events", "must_belong_to_project", "It is another project's.", "id"),
        new("list_logs", Invalid, "A page holds fewer logs than that.", "page_size"),
    ];

    /// <summary>The refusal of an operation.</summary>
    public static SignalWireRefusal Of(string operation) => All.Single(refusal => refusal.Operation == operation);
}
