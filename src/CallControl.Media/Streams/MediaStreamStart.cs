namespace CallControl.Media;

/// <summary>What a stream carries and whose it is: its first message but for <see cref="MediaStreamConnected"/>.</summary>
public sealed record MediaStreamStart : MediaStreamMessage
{
    /// <summary>The vendor's id of the call: at Telnyx the <c>call_control_id</c>, at SignalWire the <c>callSid</c>. Null when the vendor did not say.</summary>
    public string? CallId { get; init; }

    /// <summary>The vendor's id of the session that the call belongs to; null where there is none.</summary>
    public string? SessionId { get; init; }

    /// <summary>The vendor's id of the account or user; null where there is none.</summary>
    public string? AccountId { get; init; }

    /// <summary>Who calls; null when the vendor did not say.</summary>
    public string? From { get; init; }

    /// <summary>Who is called; null when the vendor did not say.</summary>
    public string? To { get; init; }

    /// <summary>The state that the application gave the call, as it came (base64); null where there is none.</summary>
    public string? ClientState { get; init; }

    /// <summary>How the audio that comes is encoded; null when the vendor did not say.</summary>
    public MediaFormat? Format { get; init; }

    /// <summary>The directions that come, as far as the vendor says.</summary>
    public IReadOnlyList<AudioDirection> Tracks { get; init; } = [];

    /// <summary>Words that the vendor or the application gave the call.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the application gave along when it asked for the stream.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The stream and its format; no number.</summary>
    public override string ToString() => $"{nameof(MediaStreamStart)} {StreamId}, {Format}";
}
