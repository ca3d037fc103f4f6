using System.Net.WebSockets;
using CallControl.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallControl.AspNetCore;

/// <summary>Takes the WebSockets that one provider's vendor opens, if they are expected, and keeps them as long as their sessions last.</summary>
internal sealed class MediaStreamEndpoint(
    string provider,
    MediaStreamProtocol protocol,
    MediaStreams streams,
    MediaStreamMetrics metrics,
    IOptions<MediaStreamsOptions> options,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    /// <summary>The route value that holds the token.</summary>
    public const string Token = "token";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "the request opens no WebSocket");
            return;
        }

        if (streams.Take(provider, (string?)context.GetRouteValue(Token)) is not { } expected)
        {
            Refuse(context, StatusCodes.Status401Unauthorized, "its token is wrong, spent, or too old");
            return;
        }

        using var socket = await AcceptAsync(context, expected).ConfigureAwait(false);
        if (await OpenAsync(socket, expected).ConfigureAwait(false) is { } session)
        {
            await using (session.ConfigureAwait(false))
                await ServeAsync(session, expected).ConfigureAwait(false);
        }
    }

    private async Task<WebSocket> AcceptAsync(HttpContext context, MediaStreamTicket expected)
    {
        try
        {
            var keepAlive = options.Value.KeepAlive;
            return await context.WebSockets
                .AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = keepAlive, KeepAliveTimeout = keepAlive })
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            expected.Fail(new MediaStreamException(new MediaStreamEnd(MediaStreamEndReason.ConnectionLost, "the WebSocket could not be opened"), exception));
            throw;
        }
    }

    // A connection that breaks is the session's to see, and to tell from one that this side closes.
    private async Task<MediaStreamSession?> OpenAsync(WebSocket socket, MediaStreamTicket expected)
    {
        try
        {
            return await MediaStreamSession.OpenAsync(socket, protocol, expected.Options, time, stopping).ConfigureAwait(false);
        }
        catch (MediaStreamException exception)
        {
            expected.Fail(exception);
            metrics.Refused(provider);
            EdgeLog.StreamRefused(logger, provider, exception.End.ToString());
        }
        catch (OperationCanceledException exception)
        {
            const string Problem = "the application stops";
            expected.Fail(new MediaStreamException(new MediaStreamEnd(MediaStreamEndReason.Closed, Problem), exception));
            metrics.Refused(provider);
            EdgeLog.StreamRefused(logger, provider, Problem);
        }
        catch (Exception exception)
        {
            expected.Fail(new MediaStreamException(new MediaStreamEnd(MediaStreamEndReason.ConnectionLost, $"it could not be opened ({exception.GetType().Name})"), exception));
            throw;
        }

        return null;
    }

    private async Task ServeAsync(MediaStreamSession session, MediaStreamTicket expected)
    {
        if (expected.Call is { } call && session.Start.CallId is { } told && !string.Equals(told, call.Value, StringComparison.Ordinal))
        {
            const string Problem = "the stream is another call's";
            metrics.Refused(provider);
            EdgeLog.StreamRefused(logger, provider, Problem);
            expected.Fail(new MediaStreamException(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, Problem)));
            await session.CloseAsync(WebSocketCloseStatus.PolicyViolation, Problem, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        metrics.Started(provider);
        EdgeLog.StreamStarted(logger, provider, session.Start.StreamId, session.Start.CallId, session.Start.Format);
        if (!expected.TryStart(session))
            await session.DisposeAsync().ConfigureAwait(false);

        var end = await EndAsync(session).ConfigureAwait(false);
        metrics.Ended(provider, session.Statistics);
        if (end.Reason is MediaStreamEndReason.ProtocolViolation or MediaStreamEndReason.ConnectionLost)
            EdgeLog.StreamFailed(logger, provider, session.Start.StreamId, session.Start.CallId, end);
        else
            EdgeLog.StreamEnded(logger, provider, session.Start.StreamId, session.Start.CallId, end);
    }

    // A stream goes on as long as its call does; an application that stops ends it once its flows have ended.
    private async Task<MediaStreamEnd> EndAsync(MediaStreamSession session)
    {
        try
        {
            return await session.Completion.WaitAsync(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await session.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            return await session.Completion.ConfigureAwait(false);
        }
    }

    private void Refuse(HttpContext context, int status, string problem)
    {
        metrics.Refused(provider);
        EdgeLog.StreamRefused(logger, provider, problem);
        context.Response.StatusCode = status;
    }
}
