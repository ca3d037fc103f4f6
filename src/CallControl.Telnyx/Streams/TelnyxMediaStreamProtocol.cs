using System.Text.Json;
using CallControl.Media;

namespace CallControl.Telnyx;

/// <summary>Telnyx's messages on a media stream.</summary>
/// <remarks>
/// Source: the vendor's documentation of media streaming over WebSockets. It lets messages come out of order: audio is put in order by its chunk, for each track.
/// Numbers come as text, errors in a newer form (<c>payload</c>) and an older one (<c>error</c>); both are read. Audio is sent as in the mode <c>rtp</c>: pieces of
/// 20 ms to 30 s of the codec's bytes, PCMU at 8000 Hz unless the stream was asked for with another codec; in the mode <c>mp3</c>, whole MP3 files, one a second.
/// <em>Unverified</em>: whether pieces of less than 20 ms are refused; the member <c>custom_parameters</c> of <c>start</c>; the <c>reason</c> of <c>stop</c>, seen in a capture only.
/// </remarks>
public sealed class TelnyxMediaStreamProtocol : JsonMediaStreamProtocol
{
    private TelnyxMediaStreamProtocol()
        : base("stream_id", "sequence_number", sendsStreamId: false)
    {
    }

    /// <summary>The one there is.</summary>
    public static TelnyxMediaStreamProtocol Instance { get; } = new();

    /// <inheritdoc />
    public override string Vendor => TelnyxCallControl.Vendor;

    /// <summary>PCMU at 8000 Hz: the two directions are independent, and this is what the vendor takes unless the stream was asked for with another codec.</summary>
    public override MediaFormat? DefaultOutboundFormat => MediaFormat.Pcmu;

    /// <summary>20 ms, in the mode <c>rtp</c>.</summary>
    public override TimeSpan MinFrame => TimeSpan.FromMilliseconds(20);

    /// <summary>30 s, in the mode <c>rtp</c>.</summary>
    public override TimeSpan MaxFrame => TimeSpan.FromSeconds(30);

    /// <summary>One second, in the mode <c>mp3</c>.</summary>
    public override TimeSpan? FileInterval => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override MediaStreamStart ReadStart(JsonElement start) => new()
    {
        CallId = ReadText(start, "call_control_id"),
        SessionId = ReadText(start, "call_session_id"),
        AccountId = ReadText(start, "user_id"),
        From = ReadText(start, "from"),
        To = ReadText(start, "to"),
        ClientState = ReadText(start, "client_state"),
        Format = ReadFormat(start, "media_format", "sample_rate"),
        Tags = ReadTexts(start, "tags"),
        Parameters = ReadParameters(start, "custom_parameters"),
    };
}
