using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Providers;

/// <summary>A JSON body in a rented buffer, which goes back to the pool once it is certain that nobody reads it any more.</summary>
internal sealed class PooledJsonContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly PooledBuffer _buffer;
    private int _readers;

    private PooledJsonContent(PooledBuffer buffer)
    {
        _buffer = buffer;
        Headers.ContentType = Json;
    }

    public static PooledJsonContent Create<TBody>(TBody body, JsonTypeInfo<TBody> type, JsonObject? additionalProperties)
    {
        var buffer = new PooledBuffer();
        try
        {
            using var writer = new Utf8JsonWriter(buffer);
            if (additionalProperties is null)
                JsonSerializer.Serialize(writer, body, type);
            else
                Merge(JsonSerializer.SerializeToNode(body, type)!.AsObject(), additionalProperties).WriteTo(writer);

            writer.Flush();
            return new PooledJsonContent(buffer);
        }
        catch
        {
            buffer.Return();
            throw;
        }
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Interlocked.Increment(ref _readers);
        await stream.WriteAsync(_buffer.Written).ConfigureAwait(false);
        Interlocked.Decrement(ref _readers);
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A write that fails or is cancelled may still hold the buffer: the count then stays above zero, and the buffer goes to the collector.
        Interlocked.Increment(ref _readers);
        await stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        Interlocked.Decrement(ref _readers);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer.Written.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Volatile.Read(ref _readers) == 0)
            _buffer.Return();

        base.Dispose(disposing);
    }

    private static JsonObject Merge(JsonObject body, JsonObject additional)
    {
        foreach (var (name, value) in additional)
            body[name] = value?.DeepClone();

        return body;
    }
}
