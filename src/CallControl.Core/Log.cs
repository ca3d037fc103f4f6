using Microsoft.Extensions.Logging;

namespace CallControl;

/// <summary>What this library logs. Ids 1000-1099 events, 1100-1199 flows, 1200-1299 operations. No secret, number or digit goes in.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Debug, "{Provider}: {Event} came again and was dropped (call {Call}).")]
    public static partial void DuplicateEvent(ILogger logger, string provider, string @event, CallId call);

    [LoggerMessage(1001, LogLevel.Debug, "{Provider}: {Event} came after the end of call {Call}.")]
    public static partial void LateEvent(ILogger logger, string provider, string @event, CallId call);

    [LoggerMessage(1002, LogLevel.Warning, "{Provider}: {Count} events of call {Call} did not come in time; going on without them.")]
    public static partial void MissingEvents(ILogger logger, string provider, long count, CallId call);

    [LoggerMessage(1003, LogLevel.Warning, "{Provider}: a reader of the events of call {Call} is too slow; {Event} and perhaps later ones were dropped for it.")]
    public static partial void DroppedEvent(ILogger logger, string provider, string @event, CallId call);

    [LoggerMessage(1004, LogLevel.Warning, "{Provider}: there is no room for {Event} of call {Call}; the vendor is asked to deliver it again.")]
    public static partial void RefusedEvent(ILogger logger, string provider, string @event, CallId call);

    [LoggerMessage(1005, LogLevel.Error, "{Provider}: the event observer {Observer} failed on {Event} of call {Call}.")]
    public static partial void EventObserverFailed(ILogger logger, Exception exception, string provider, string observer, string @event, CallId call);

    [LoggerMessage(1006, LogLevel.Warning, "{Provider}: nothing was heard of call {Call} for {Silence}; it is given up as lost.")]
    public static partial void CallLost(ILogger logger, string provider, CallId call, TimeSpan silence);

    [LoggerMessage(1007, LogLevel.Warning, "{Provider}: an event could not be read: {Problem} (event '{Event}', call '{Call}').")]
    public static partial void UnreadableEvent(ILogger logger, string provider, string problem, string @event, CallId call);

    [LoggerMessage(1008, LogLevel.Error, "{Provider}: a callback on the end of call {Call} failed.")]
    public static partial void EndedCallbackFailed(ILogger logger, Exception exception, string provider, CallId call);

    [LoggerMessage(1009, LogLevel.Error, "{Provider}: {Event} of call {Call} could not be handled.")]
    public static partial void EventFailed(ILogger logger, Exception exception, string provider, string @event, CallId call);

    [LoggerMessage(1100, LogLevel.Debug, "{Provider}: the flow {Flow} begins on call {Call}.")]
    public static partial void FlowBegins(ILogger logger, string provider, string flow, CallId call);

    [LoggerMessage(1101, LogLevel.Debug, "{Provider}: the flow {Flow} is over on call {Call}.")]
    public static partial void FlowEnded(ILogger logger, string provider, string flow, CallId call);

    [LoggerMessage(1102, LogLevel.Error, "{Provider}: the flow {Flow} failed on call {Call}; the call is hung up.")]
    public static partial void FlowFailed(ILogger logger, Exception exception, string provider, string flow, CallId call);

    [LoggerMessage(1103, LogLevel.Warning, "{Provider}: call {Call} came in and no flow is registered for it.")]
    public static partial void NoFlow(ILogger logger, string provider, CallId call);

    [LoggerMessage(1104, LogLevel.Error, "{Provider}: call {Call} could not be hung up after its flow failed.")]
    public static partial void HangupFailed(ILogger logger, Exception exception, string provider, CallId call);

    [LoggerMessage(1105, LogLevel.Information, "{Provider}: the provider says that call {Call} is over, its end was not heard of yet; the flow {Flow} is over too.")]
    public static partial void FlowOutlivedCall(ILogger logger, string provider, string flow, CallId call);

    [LoggerMessage(1106, LogLevel.Warning, "{Provider}: the flow {Flow} was cancelled because the process stops; call {Call} is hung up.")]
    public static partial void FlowCancelled(ILogger logger, string provider, string flow, CallId call);

    [LoggerMessage(1200, LogLevel.Warning, "{Provider}: {Operation} on call {Call} was given up, and could not be stopped.")]
    public static partial void StopFailed(ILogger logger, Exception exception, string provider, CallOperation operation, CallId call);
}
