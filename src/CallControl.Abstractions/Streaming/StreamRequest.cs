namespace CallControl;

/// <summary>Streams the call's audio to a WebSocket of ours, and takes audio back where wanted.</summary>
public sealed record StreamRequest : OperationRequest
{
    /// <summary>The WebSocket that the provider is to open; <c>wss</c> outside of tests.</summary>
    public required Uri Url { get; init; }

    /// <summary>Which direction to stream.</summary>
    /// <value><see cref="AudioTrack.Inbound"/> by default.</value>
    public AudioTrack Track { get; init; } = AudioTrack.Inbound;

    /// <summary>Whether audio that we send is played to the far end.</summary>
    /// <value>False by default. True needs <see cref="CallFeature.StreamBidirectional"/>.</value>
    public bool Bidirectional { get; init; }

    /// <summary>The codec to stream in.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly the call's own).</value>
    public AudioCodec? Codec { get; init; }

    /// <summary>Samples a second.</summary>
    /// <value>Null, the default, takes the codec's own rate. 8,000 to 48,000.</value>
    public int? SampleRateHz { get; init; }

    /// <summary>Names and values that the provider hands to our WebSocket when it opens it.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();
}
