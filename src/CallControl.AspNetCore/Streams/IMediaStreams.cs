using CallControl.Media;

namespace CallControl.AspNetCore;

/// <summary>The media streams that vendors open to this application: each is expected first, under an address of its own.</summary>
/// <remarks>
/// <code>
/// await using var ticket = streams.Expect(call);
/// var stream = await call.StartStreamAsync(new StreamRequest { Url = ticket.Url, Bidirectional = true }, callEnded);
/// await using var session = await ticket.AcceptAsync(stream, callEnded);
/// </code>
/// </remarks>
public interface IMediaStreams
{
    /// <summary>Expects a stream of a call.</summary>
    /// <param name="call">The call; a stream that says it is another one's is refused.</param>
    /// <param name="options">Limits and formats; null for the defaults.</param>
    /// <returns>The stream's address, and the wait for it. Dispose of it when the stream is not wanted any more.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The provider has no streams, the endpoints are not mapped, or <see cref="MediaStreamsOptions.PublicUrl"/> is not set.</exception>
    MediaStreamTicket Expect(Call call, MediaStreamOptions? options = null);

    /// <summary>Expects a stream of a call that is not known yet, such as one that is asked for with the dialling.</summary>
    /// <param name="provider">The provider account's name.</param>
    /// <param name="options">Limits and formats; null for the defaults.</param>
    /// <inheritdoc cref="Expect(Call, MediaStreamOptions?)" path="/returns|/exception"/>
    MediaStreamTicket Expect(string provider, MediaStreamOptions? options = null);
}
