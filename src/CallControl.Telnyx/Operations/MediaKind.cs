namespace CallControl.Telnyx;

/// <summary>What the events of media tell apart.</summary>
internal enum MediaKind
{
    /// <summary>A file or audio sent along: <c>call.playback.*</c>.</summary>
    Audio,

    /// <summary>Spoken text: <c>call.speak.*</c>.</summary>
    Speech,

    /// <summary>A WebSocket stream: <c>streaming.*</c>.</summary>
    Stream,

    /// <summary>Forked RTP: <c>call.fork.*</c>.</summary>
    Fork,
}
