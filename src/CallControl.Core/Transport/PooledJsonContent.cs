using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Providers;

/// <summary>A JSON body in a rented buffer, which goes back to the pool once it is certain that nobody reads it any more.</summary>
internal sealed class PooledJsonContent : HttpContent
{
    // Instead of a number of readers: the buffer went back.
    private const int Returned = -1;

    // Taken while it writes, since a converter may have another body written; larger than most bodies, so that one a thread is kept.
    [ThreadStatic]
    private static Utf8JsonWriter? _idleWriter;

    private readonly PooledBuffer _buffer;
    private readonly int _length;
    private int _readers;

    private PooledJsonContent(PooledBuffer buffer, string contentType)
    {
        _buffer = buffer;
        _length = buffer.Written.Length;

        // As text: a parsed value is mutable, and one for all requests would be changed by the first handler that adds a charset.
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    /// <summary>Writes a body.</summary>
    /// <param name="body">The body; null where there are only additional members.</param>
    /// <param name="type">How the body is written; needed where there is one.</param>
    /// <param name="additionalProperties">Members that replace or extend those of the body; null for none.</param>
    /// <param name="additionalPropertiesIn">The member of the body that they are put into; null for the body itself.</param>
    /// <param name="contentType">The content type as the header has it.</param>
    public static PooledJsonContent Create<TBody>(
        TBody? body,
        JsonTypeInfo<TBody>? type,
        JsonObject? additionalProperties,
        string? additionalPropertiesIn = null,
        string contentType = "application/json")
        where TBody : class
    {
        var buffer = new PooledBuffer();
        try
        {
            var writer = TakeWriter(buffer, type?.Options.Encoder);
            if (additionalProperties is null)
                JsonSerializer.Serialize(writer, body!, type!);
            else
                JsonMerge.Into(body is null ? [] : JsonSerializer.SerializeToNode(body, type!)!.AsObject(), additionalProperties, additionalPropertiesIn).WriteTo(writer, type?.Options);

            writer.Flush();
            _idleWriter = writer;
            return new PooledJsonContent(buffer, contentType);
        }
        catch
        {
            buffer.Return();
            throw;
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A write that fails or is cancelled may still hold the buffer: the count then stays above zero, and the buffer goes to the collector.
        BeginRead();
        await stream.WriteAsync(_buffer.Written, cancellationToken).ConfigureAwait(false);
        Interlocked.Decrement(ref _readers);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.CompareExchange(ref _readers, Returned, 0) == 0)
            _buffer.Return();

        base.Dispose(disposing);
    }

    private static Utf8JsonWriter TakeWriter(PooledBuffer buffer, JavaScriptEncoder? encoder)
    {
        var writer = _idleWriter;
        _idleWriter = null;
        if (writer is null || writer.Options.Encoder != encoder)
            return new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder });

        writer.Reset(buffer);
        return writer;
    }

    private void BeginRead()
    {
        int readers;
        do
        {
            readers = Volatile.Read(ref _readers);
            ObjectDisposedException.ThrowIf(readers == Returned, this);
        }
        while (Interlocked.CompareExchange(ref _readers, readers + 1, readers) != readers);
    }
}
