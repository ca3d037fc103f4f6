using Microsoft.Extensions.Logging;

namespace CallControl.Callr;

/// <summary>What CALLR's adapter logs. Ids 2300-2399.</summary>
internal static partial class CallrLog
{
    [LoggerMessage(2300, LogLevel.Warning, "{Provider}: call {Call} is hung up: {Why}.")]
    public static partial void HungUp(ILogger logger, string provider, CallId call, string why);

    [LoggerMessage(2301, LogLevel.Warning, "{Provider}: call {Call} could not be taken out of its conference, and may be alone there.")]
    public static partial void LeftAlone(ILogger logger, Exception exception, string provider, CallId call);
}
