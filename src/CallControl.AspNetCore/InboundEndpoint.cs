using System.Buffers;
using System.Globalization;
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

    private const int FirstRead = 4096;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var limit = handler.MaxBodyBytes;
        var body = request.ContentLength > limit ? null : await ReadAsync(request, limit, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            EdgeLog.TooLarge(logger, provider, limit);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var inbound = new InboundRequest
        {
            Method = request.Method,
            Path = (string?)context.GetRouteValue(RestOfPath) ?? "",
            Url = new Uri(request.GetEncodedUrl()),
            ContentType = request.ContentType,
            Header = name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
            Body = body,
        };
        var answer = await handler.HandleAsync(inbound, context.RequestAborted).ConfigureAwait(false);
        if (answer.StatusCode >= StatusCodes.Status400BadRequest)
            EdgeLog.Refused(logger, provider, answer.StatusCode, answer.Problem ?? "no further detail");

        await WriteAsync(context.Response, answer, context.RequestAborted).ConfigureAwait(false);
    }

    // Null when there is more than the limit. The bytes are handed on to events that live longer than the request, so they are not pooled.
    private static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, request.ContentLength ?? FirstRead) + 1);
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                    buffer = Grow(buffer, limit + 1);

                var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    return buffer.AsSpan(0, length).ToArray();

                length += read;
                if (length > limit)
                    return null;
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length + 1, Math.Min(buffer.Length * 2, limit)));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static async Task WriteAsync(HttpResponse response, InboundResponse answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.StatusCode;
        if (answer.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.Post;

        if (answer.RetryAfter is { } pause)
            response.Headers.RetryAfter = ((long)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

        if (answer.Body.IsEmpty)
            return;

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
    }
}
