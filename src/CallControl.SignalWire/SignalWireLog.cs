using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire;

/// <summary>What SignalWire's adapter logs. Ids 2200-2299.</summary>
internal static partial class SignalWireLog
{
    [LoggerMessage(2200, LogLevel.Warning, "{Provider}: the prompt and the input of a gather on call {Call} could not be steered.")]
    public static partial void GatherFailed(ILogger logger, Exception exception, string provider, CallId call);

    [LoggerMessage(2201, LogLevel.Warning, "{Provider}: nobody has answered, rejected or sent on call {Call} within {Window}; the vendor was given the fallback document.")]
    public static partial void NotDecided(ILogger logger, string provider, CallId call, TimeSpan window);

    [LoggerMessage(2202, LogLevel.Warning, "{Provider}: something composed of several commands has failed on call {Call}, and the part of it that was begun could not be undone.")]
    public static partial void HalfLeft(ILogger logger, Exception exception, string provider, CallId call);
}
