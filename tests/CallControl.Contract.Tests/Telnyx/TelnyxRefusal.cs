namespace CallControl.Contract.Tests.Telnyx;

/// <summary>The refusal with status 422 that fits an operation: what the mapping <c>failure.422</c> answers there.</summary>
/// <param name="Operation">A name of <see cref="TelnyxOperation.All"/>.</param>
/// <param name="Code">A code of the vendor's error list.</param>
/// <param name="Title">The list's title of the code.</param>
/// <param name="Detail">What went wrong.</param>
/// <param name="Source">A JSON pointer into the body, or the name of a query parameter.</param>
public sealed record TelnyxRefusal(string Operation, string Code, string Title, string Detail, string Source)
{
    private const string NotAnswered = "Call has not been answered yet";
    private const string Ended = "Call has already ended";
    private const string Id = "/call_control_id";

    /// <summary>One for each operation.</summary>
    public static IReadOnlyList<TelnyxRefusal> All { get; } =
    [
        new("dial", "10016", "Phone number must be in +E.164 format", "The number to dial begins with no plus.", "/to"),
        new("retrieve_call", "90015", "Invalid Call Control ID", "No call was ever known by this id.", Id),
        new("list_active_calls", "10033", "Value outside of range", "A page holds fewer calls than that.", "page[limit]"),
        new("answer", "90102", "Command is invalid", "Only a call that came in can be answered.", Id),
        new("reject", "90018", Ended, "The caller has hung up.", Id),
        new("hangup", "90018", Ended, "The call ended before the command came.", Id),
        new("bridge", "90034", NotAnswered, "The other leg still rings.", Id),
        new("transfer", "10016", "Phone number must be in +E.164 format", "The number of the target begins with no plus.", "/to"),
        new("refer", "90034", NotAnswered, "A call that rings cannot be referred.", Id),
        new("client_state_update", "90017", "Invalid value for client_state", "The state is not base64.", "/client_state"),
        new("switch_supervisor_role", "10032", "Invalid enumerated value", "There is no such role.", "/role"),
        new("playback_start", "90034", NotAnswered, "Nothing can be played to a call that rings.", Id),
        new("playback_stop", "90016", "Invalid value for stop", "There is no such thing to stop.", "/stop"),
        new("speak", "90010", "Invalid value for payload", "The text is too long.", "/payload"),
        new("suppression_start", "90034", NotAnswered, "There is no audio yet.", Id),
        new("suppression_stop", "90018", Ended, "There is no audio any more.", Id),
        new("gather", "90022", "Invalid value for minimum_digits", "Fewer digits than the least are allowed at most.", "/minimum_digits"),
        new("gather_using_audio", "90024", "Invalid value for maximum_tries", "The prompt cannot be repeated so often.", "/maximum_tries"),
        new("gather_using_speak", "90012", "Invalid value for voice", "There is no such voice.", "/voice"),
        new("gather_using_ai", "10004", "Missing required parameter", "Nothing says what is to be gathered.", "/parameters"),
        new("gather_stop", "90018", Ended, "Nobody is left to press a key.", Id),
        new("send_dtmf", "90014", "Invalid value for digits", "One of the digits is none.", "/digits"),
        new("send_sip_info", "90034", NotAnswered, "There is no dialog to send it in.", Id),
        new("record_start", "90020", "Call recording triggered before audio started", "There is nothing to record yet.", Id),
        new("record_stop", "90018", Ended, "The recording ended with the call.", Id),
        new("record_pause", "90034", NotAnswered, "There is nothing to pause yet.", Id),
        new("record_resume", "90018", Ended, "The recording ended with the call.", Id),
        new("transcription_start", "90054", "Call Transcription is already in progress", "One is enough.", Id),
        new("transcription_stop", "90055", "Call transcription can not be stopped", "None is running.", Id),
        new("siprec_start", "90034", NotAnswered, "There is no audio to hand over.", Id),
        new("siprec_stop", "90018", Ended, "The session ended with the call.", Id),
        new("streaming_start", "90046", "Media Streaming Failed.", "The address did not take the connection.", "/stream_url"),
        new("streaming_stop", "90048", "Media Streaming is not used.", "Nothing streams.", Id),
        new("fork_start", "90045", "Media Streaming is used.", "The call streams already.", Id),
        new("fork_stop", "90031", "Call is not currently forked", "Nothing is forked.", Id),
        new("enqueue", "90036", "Queue full", "The queue takes no more calls.", "/queue_name"),
        new("leave_queue", "90035", "Call not in queue", "The call waits nowhere.", Id),
        new("ai_assistant_start", "90061", "AI Assistant is already in progress", "One assistant at a time.", Id),
        new("ai_assistant_stop", "90018", Ended, "The assistant left with the call.", Id),
        new("ai_assistant_join", "10004", "Missing required parameter", "Nothing says who is to join.", "/participant"),
        new("ai_assistant_add_messages", "90018", Ended, "There is nobody to talk to.", Id),
        new("conversation_relay_start", "10004", "Missing required parameter", "Nothing says where to connect to.", "/url"),
        new("conversation_relay_stop", "90018", Ended, "The relay ended with the call.", Id),
        new("pay", "10032", "Invalid enumerated value", "There is no such currency.", "/currency"),
    ];

    /// <summary><c>parameter</c> where <see cref="Source"/> names a query parameter, else <c>pointer</c>.</summary>
    public string SourceKind => Source.StartsWith('/') ? "pointer" : "parameter";

    /// <summary>The refusal of an operation.</summary>
    public static TelnyxRefusal Of(string operation) => All.Single(refusal => refusal.Operation == operation);
}
