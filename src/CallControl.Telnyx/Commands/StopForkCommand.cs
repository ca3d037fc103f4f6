using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Ends a copy of RTP packets.</summary>
/// <remarks>Refused with code 90031 while nothing is copied. <c>call.fork.stopped</c> follows.</remarks>
public sealed record StopForkCommand() : TelnyxCallCommand("fork_stop")
{
    /// <summary>What the copy was started with.</summary>
    /// <value>Null, the default, is raw at the vendor, though a copy starts decrypted: say the same in both.</value>
    [JsonPropertyName("stream_type")]
    public ForkStreamType? StreamType { get; init; }
}
