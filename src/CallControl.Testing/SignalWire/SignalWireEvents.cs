namespace CallControl.Testing;

/// <summary>The names of what the vendor sends over HTTP and the emulator plays.</summary>
internal static class SignalWireEvents
{
    /// <summary>The fetch of a document: the emulator's own name for a request that has none.</summary>
    public const string Fetch = "swml.fetch";

    /// <summary>What SWML's <c>request</c> sends: the emulator's own name, too.</summary>
    public const string Request = "swml.request";

    public const string State = "calling.call.state";
    public const string Play = "calling.call.play";
    public const string Record = "calling.call.record";
    public const string Collect = "calling.call.collect";
    public const string Detect = "calling.call.detect";
    public const string Tap = "calling.call.tap";
    public const string Stream = "calling.call.stream";
    public const string Connect = "calling.call.connect";
    public const string Refer = "calling.call.refer";
    public const string Queue = "calling.call.queue";
    public const string Conference = "calling.conference";
    public const string TranscriptCompleted = "calling.transcript.completed";
    public const string TranscriptFailed = "calling.transcript.failed";
    public const string TranscribeUtterance = "calling.ai.transcribe.utterance";
    public const string TranscribeSummary = "calling.ai.transcribe.live_summarize";
    public const string TranscribeLog = "calling.ai.transcribe.conversation_log";
    public const string TranslateDelta = "calling.ai.translate.transcript_delta";
    public const string TranslateSummary = "calling.ai.translate.live_summary";
    public const string TranslateLog = "calling.ai.translate.conversation_log";
    public const string Sidecar = "calling.ai.sidecar";
}
