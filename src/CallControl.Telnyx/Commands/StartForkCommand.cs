using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Copies a leg's RTP packets to addresses of yours.</summary>
/// <remarks>
/// <c>call.fork.started</c> and <c>call.fork.stopped</c> follow. Both <see cref="Rx"/> and <see cref="Tx"/> are needed, or the legacy
/// <see cref="Target"/>.
/// </remarks>
public sealed record StartForkCommand() : TelnyxCallCommand("fork_start")
{
    /// <summary>Where the audio goes that the vendor receives.</summary>
    /// <value><c>udp:ip:port</c>.</value>
    [JsonPropertyName("rx")]
    public string? Rx { get; init; }

    /// <summary>Where the audio goes that the vendor sends.</summary>
    /// <value><c>udp:ip:port</c>.</value>
    [JsonPropertyName("tx")]
    public string? Tx { get; init; }

    /// <summary>Which packets are copied.</summary>
    /// <value>Null, the default, is decrypted.</value>
    [JsonPropertyName("stream_type")]
    public ForkStreamType? StreamType { get; init; }

    /// <summary>
    /// Legacy: one address for both directions, with a header of the vendor's before each packet. Left the specification in 2024. Unverified: whether
    /// it still works.
    /// </summary>
    /// <value><c>udp:ip:port</c>, not together with <see cref="Rx"/> and <see cref="Tx"/>. Null, the default, for none.</value>
    [JsonPropertyName("target")]
    public string? Target { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckUdpTarget("rx", Rx);
        violations.CheckUdpTarget("tx", Tx);
        violations.CheckUdpTarget("target", Target);
        violations.CheckNotTogether("target", Target is not null, "rx", Rx is not null);
        violations.CheckNotTogether("target", Target is not null, "tx", Tx is not null);
        if (Target is null && Rx is null)
            violations.Add("rx", "must be given");

        if (Target is null && Tx is null)
            violations.Add("tx", "must be given");
    }
}
