using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What live transcription, live translation and sidecars tell.</summary>
public abstract record SignalWireAiEvent : SignalWireEvent
{
    private protected SignalWireAiEvent()
    {
    }

    /// <summary>What conversation it is. Where the event names no leg beside it, <see cref="SignalWireEvent.Call"/> is taken from here.</summary>
    [JsonPropertyName("call_info")]
    public AiCallInfo? CallInfo { get; init; }

    private protected override CallId OtherCall => CallInfo?.Call ?? default;
}
