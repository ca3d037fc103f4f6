using Microsoft.Extensions.Logging;

namespace CallControl.SessionGateway;

/// <summary>What the session gateway's adapter logs. Ids 2000-2099.</summary>
internal static partial class SessionGatewayLog
{
    [LoggerMessage(2000, LogLevel.Warning, "{Provider}: the conference room {Room} that joined two calls could not be taken down in full.")]
    public static partial void CloseFailed(ILogger logger, Exception exception, string provider, string room);
}
