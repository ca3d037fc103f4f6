using Microsoft.Extensions.Logging;

namespace CallControl.Callr;

/// <summary>What CALLR's adapter logs. Ids 2300-2399.</summary>
internal static partial class CallrLog
{
    [LoggerMessage(2300, LogLevel.Warning, "{Provider}: call {Call} is hung up: {Why}.")]
    public static partial void HungUp(ILogger logger, string provider, CallId call, string why);

    [LoggerMessage(2301, LogLevel.Warning, "{Provider}: call {Call} could not be taken out of its conference, and may be alone there.")]
    public static partial void LeftAlone(ILogger logger, Exception exception, string provider, CallId call);

    [LoggerMessage(2302, LogLevel.Warning, "{Provider}: the events of call {Call} took longer to be taken than its answer may; the vendor was given a short wait.")]
    public static partial void SlowSink(ILogger logger, string provider, CallId call);

    [LoggerMessage(2303, LogLevel.Error, "{Provider}: events of call {Call} could not be handed in; they are again with its next request.")]
    public static partial void SinkFailed(ILogger logger, Exception exception, string provider, CallId call);
}
