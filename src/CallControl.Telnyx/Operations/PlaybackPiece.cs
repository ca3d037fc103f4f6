namespace CallControl.Telnyx;

/// <summary>One source of a playback: the command that queues it, and the events to expect of it.</summary>
/// <param name="Command">A <see cref="StartPlaybackCommand"/> or a <see cref="SpeakCommand"/>.</param>
/// <param name="Media">What to expect.</param>
internal readonly record struct PlaybackPiece(TelnyxCallCommand Command, ExpectedMedia Media);
