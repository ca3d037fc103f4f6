using System.Globalization;

namespace CallControl.Media.Forks;

/// <summary>The ranges of <see cref="ForkReceiverOptions"/>.</summary>
internal static class ForkReceiverRules
{
    private const int MaxPort = ushort.MaxValue;

    /// <summary>What is wrong with the options; null when nothing is.</summary>
    public static string? Problem(ForkReceiverOptions options)
    {
        if (options.Address is null || options.AllowedSources is null)
            return $"{(options.Address is null ? nameof(options.Address) : nameof(options.AllowedSources))} must not be null.";

        if (options.Port != 0 && (options.Port == options.InboundPort || options.Port == options.OutboundPort))
            return $"{nameof(options.Port)}, {nameof(options.InboundPort)} and {nameof(options.OutboundPort)} must differ: the port tells the direction.";

        if (options.InboundPort > 0 && options.InboundPort == options.OutboundPort)
            return $"{nameof(options.InboundPort)} and {nameof(options.OutboundPort)} must differ: the port tells the direction.";

        return OutOfRange(nameof(options.Port), options.Port, 0, MaxPort)
            ?? OutOfRange(nameof(options.InboundPort), options.InboundPort ?? 0, 0, MaxPort)
            ?? OutOfRange(nameof(options.OutboundPort), options.OutboundPort ?? 0, 0, MaxPort)
            ?? OutOfRange(nameof(options.SocketsPerPort), options.SocketsPerPort, 1, 64)
            ?? OutOfRange(nameof(options.ReceiveBufferBytes), options.ReceiveBufferBytes, 4096, 1 << 30)
            ?? OutOfRange(nameof(options.MaxDatagramBytes), options.MaxDatagramBytes, 64, ushort.MaxValue)
            ?? OutOfRange(nameof(options.ReorderWindow), options.ReorderWindow, 1, 128)
            ?? OutOfRange(nameof(options.ReorderDelay), options.ReorderDelay, TimeSpan.Zero, TimeSpan.FromSeconds(10))
            ?? OutOfRange(nameof(options.QueueCapacity), options.QueueCapacity, 1, 1 << 20)
            ?? OutOfRange(nameof(options.MaxStreams), options.MaxStreams, 1, 1_000_000)
            ?? OutOfRange(nameof(options.IdleTimeout), options.IdleTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1));
    }

    private static string? OutOfRange<T>(string name, T value, T min, T max)
        where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{name} must be {min} to {max}, not {value}.");
}
