using CallControl.Media;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore;

/// <summary>What the edge logs. Ids 1300-1399. No body, no header, no path: secrets live there.</summary>
internal static partial class EdgeLog
{
    [LoggerMessage(1300, LogLevel.Warning, "{Provider}: a request was refused with {Status}: {Problem}.")]
    public static partial void Refused(ILogger logger, string provider, int status, string problem);

    [LoggerMessage(1301, LogLevel.Warning, "{Provider}: a request with more than {Limit} bytes was refused.")]
    public static partial void TooLarge(ILogger logger, string provider, int limit);

    [LoggerMessage(1302, LogLevel.Debug, "{Provider}: a request broke off before its body was there.")]
    public static partial void BrokenOff(ILogger logger, string provider);

    [LoggerMessage(1310, LogLevel.Warning, "{Provider}: a media stream was refused: {Problem}.")]
    public static partial void StreamRefused(ILogger logger, string provider, string problem);

    [LoggerMessage(1311, LogLevel.Debug, "{Provider}: the media stream {StreamId} of call {CallId} has started with {Format}.")]
    public static partial void StreamStarted(ILogger logger, string provider, string? streamId, string? callId, MediaFormat? format);

    [LoggerMessage(1312, LogLevel.Debug, "{Provider}: the media stream {StreamId} of call {CallId} has ended: {End}.")]
    public static partial void StreamEnded(ILogger logger, string provider, string? streamId, string? callId, MediaStreamEnd end);

    [LoggerMessage(1313, LogLevel.Warning, "{Provider}: the media stream {StreamId} of call {CallId} has failed: {End}.")]
    public static partial void StreamFailed(ILogger logger, string provider, string? streamId, string? callId, MediaStreamEnd end);
}
