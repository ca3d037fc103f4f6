namespace CallControl.Telnyx;

/// <summary>That media started or ended, and what the event says about which: the vendor's events name no command.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="IsEnd">Whether it ended.</param>
/// <param name="Url">The address that was played or streamed to; null where there is none.</param>
/// <param name="Name">The library's name of what was played; null where there is none.</param>
/// <param name="Id">The vendor's id of this one playback, speech or stream; null where it is not told. Unverified: documented for no started event.</param>
internal readonly record struct MediaSign(MediaKind Kind, bool IsEnd, string? Url = null, string? Name = null, string? Id = null)
{
    /// <summary>Reads the vendor's event; null where it is none of media.</summary>
    public static MediaSign? Of(object? native) => native switch
    {
        CallPlaybackStartedEvent e => new(MediaKind.Audio, false, TextOf(e.MediaUrl), TextOf(e.MediaName), e.PlaybackId),
        CallPlaybackEndedEvent e => new(MediaKind.Audio, true, TextOf(e.MediaUrl), TextOf(e.MediaName), e.PlaybackId),
        CallSpeakStartedEvent e => new(MediaKind.Speech, false, Id: e.SpeakId),
        CallSpeakEndedEvent e => new(MediaKind.Speech, true, Id: e.SpeakId),
        StreamingStartedEvent e => new(MediaKind.Stream, false, TextOf(e.StreamUrl), Id: e.StreamId),
        StreamingStoppedEvent e => new(MediaKind.Stream, true, TextOf(e.StreamUrl), Id: e.StreamId),
        StreamingFailedEvent e => new(MediaKind.Stream, true, TextOf(e.StreamParameters?.StreamUrl), Id: e.StreamId),
        CallForkStartedEvent => new(MediaKind.Fork, false),
        CallForkStoppedEvent => new(MediaKind.Fork, true),
        _ => null,
    };

    /// <summary>Whether this may be what a command named.</summary>
    /// <param name="url">The address in the command; null where it had none.</param>
    /// <param name="name">The library's name in the command; null where it had none.</param>
    /// <remarks>
    /// What the command did not name may be told all the same, and is passed over. A stream, of which a call has one at a time, may come without its address.
    /// </remarks>
    public bool IsOf(string? url, string? name) =>
        url is not null ? Url == url || (Kind == MediaKind.Stream && Url is null)
        : name is not null ? Name == name
        : Url is null && Name is null;

    private static string? TextOf(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
