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
}
