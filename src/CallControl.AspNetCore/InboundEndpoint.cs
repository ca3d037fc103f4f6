using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using CallControl.Providers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore;

/// <summary>Carries one provider's requests from ASP.NET Core to its handler, and the answer back.</summary>
internal sealed class InboundEndpoint(string provider, IInboundHandler handler, ILogger logger)
{
    /// <summary>The route value that holds what follows the provider's name in the path.</summary>
    public const string RestOfPath = "rest";

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!Uri.TryCreate(request.GetEncodedUrl(), UriKind.Absolute, out var url))
        {
            Refuse(context, StatusCodes.Status400BadRequest, "its host makes no address");
            return;
        }

        if (await ReadBodyAsync(context).ConfigureAwait(false) is not { } body)
            return;

        var inbound = new InboundRequest
        {
            Method = request.Method,
            Path = (string?)context.GetRouteValue(RestOfPath) ?? "",
            Url = url,
            ContentType = request.ContentType,
            Header = name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            Body = body,
        };
        var answer = await handler.HandleAsync(inbound, context.RequestAborted).ConfigureAwait(false);
        if (answer.StatusCode >= StatusCodes.Status400BadRequest)
            EdgeLog.Refused(logger, provider, answer.StatusCode, answer.Problem ?? "no further detail");

        await WriteAsync(context.Response, answer, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A pause as <c>Retry-After</c> has it, never shorter than meant.</summary>
    internal static string WholeSeconds(TimeSpan pause) => ((long)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    // Null when there is no body to hand on; the request is answered then, as far as there is still somebody to answer.
    private async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        var limit = handler.MaxBodyBytes;
        try
        {
            if (context.Request.ContentLength > limit
                || await ReadAsync(context.Request.BodyReader, limit, context.RequestAborted).ConfigureAwait(false) is not { } body)
            {
                EdgeLog.TooLarge(logger, provider, limit);
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return null;
            }

            return body;
        }
        catch (BadHttpRequestException exception)
        {
            Refuse(context, exception.StatusCode, "the server could not read its body");
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Anybody can break off a request: not a fault of this application, which the server would take an exception for.
            EdgeLog.BrokenOff(logger, provider);
            context.Abort();
        }

        return null;
    }

    // Null when there is more than the limit. Memory is taken for what has come, never for what a Content-Length promises; the copy lives on in
    // events, long after the server has taken its own buffers back.
    private static async Task<byte[]?> ReadAsync(PipeReader reader, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.Length > limit)
            {
                reader.AdvanceTo(buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                var body = buffer.ToArray();
                reader.AdvanceTo(buffer.End);
                return body;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private void Refuse(HttpContext context, int status, string problem)
    {
        EdgeLog.Refused(logger, provider, status, problem);
        context.Response.StatusCode = status;
    }

    private static async Task WriteAsync(HttpResponse response, InboundResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.StatusCode;
        if (answer.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;

        if (answer.Challenge is { } challenge)
            response.Headers.WWWAuthenticate = challenge;

        if (answer.RetryAfter is { } pause)
            response.Headers.RetryAfter = WholeSeconds(pause);

        if (answer.Body.IsEmpty)
            return;

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
    }
}
