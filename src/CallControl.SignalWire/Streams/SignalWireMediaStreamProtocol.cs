using System.Buffers;
using System.Text.Json;
using CallControl.Media;

namespace CallControl.SignalWire;

/// <summary>SignalWire's messages on a media stream: the protocol <c>Call</c>, version 0.2.0.</summary>
/// <remarks>
/// Source: the vendor's documentation of <c>&lt;Stream&gt;</c> in its XML documents. Only bidirectional streams take messages; <c>calling.stream</c> starts one that only listens.
/// <em>Unverified</em>: that <c>calling.stream</c> speaks this protocol too; what a key press to the vendor looks like (written as it comes); that marks, <c>clear</c> and key
/// presses carry the <c>streamSid</c> as audio does; the unit of a key's <c>duration</c> (taken for milliseconds). The vendor states no limits for pieces of audio:
/// <see cref="MediaStreamProtocol.MinFrame"/> and <see cref="MediaStreamProtocol.MaxFrame"/> are ours.
/// </remarks>
public sealed class SignalWireMediaStreamProtocol : JsonMediaStreamProtocol
{
    private SignalWireMediaStreamProtocol()
        : base("streamSid", "sequenceNumber", sendsStreamId: true)
    {
    }

    /// <summary>The one there is.</summary>
    public static SignalWireMediaStreamProtocol Instance { get; } = new();

    /// <inheritdoc />
    public override string Vendor => SignalWireCallControl.Vendor;

    /// <inheritdoc />
    public override bool TryWriteDtmf(IBufferWriter<byte> output, string streamId, char digit)
    {
        WriteDtmf(output, streamId, digit);
        return true;
    }

    /// <inheritdoc />
    protected override MediaStreamStart ReadStart(JsonElement start) => new()
    {
        CallId = ReadText(start, "callSid"),
        AccountId = ReadText(start, "accountSid"),
        Format = ReadFormat(start, "mediaFormat", "sampleRate"),
        Tracks = ReadTracks(start, "tracks"),
        Parameters = ReadParameters(start, "customParameters"),
    };
}
