using System.Buffers;

namespace CallControl.Media;

/// <summary>A vendor's messages on a media stream: how they are read and written. Holds no state; thread-safe.</summary>
public abstract class MediaStreamProtocol
{
    /// <summary>The vendor's name, as its account is called by default.</summary>
    public abstract string Vendor { get; }

    /// <summary>The format of what is sent, unless the application asked for another one: null when it is that of what comes.</summary>
    public virtual MediaFormat? DefaultOutboundFormat => null;

    /// <summary>The shortest piece of audio that may be sent.</summary>
    public virtual TimeSpan MinFrame => TimeSpan.FromMilliseconds(20);

    /// <summary>The longest piece of audio that may be sent.</summary>
    public virtual TimeSpan MaxFrame => TimeSpan.FromSeconds(30);

    /// <summary>The least time between two messages with whole files; null where the vendor takes no files.</summary>
    public virtual TimeSpan? FileInterval => null;

    /// <summary>Reads a message. Takes any bytes: never throws for what is in them; nothing is allocated for audio.</summary>
    /// <param name="utf8Json">The whole message. A message that is kept has a copy of it.</param>
    /// <param name="audio">The audio, if it is that.</param>
    /// <param name="message">The message, if it is any other one; an unknown one is an <see cref="UnknownMediaStreamMessage"/>.</param>
    /// <param name="problem">What is wrong with it, without its content, if it is no message.</param>
    public abstract MediaStreamRead Read(ReadOnlySpan<byte> utf8Json, out EncodedAudio audio, out MediaStreamMessage? message, out string? problem);

    /// <summary>Writes a message with audio. Nothing is allocated.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="streamId">The stream's id; empty when the vendor gave none.</param>
    /// <param name="audio">The audio, as the codec has it; one byte at least.</param>
    /// <exception cref="ArgumentException">There is no audio.</exception>
    public abstract void WriteAudio(IBufferWriter<byte> output, string streamId, ReadOnlySpan<byte> audio);

    /// <summary>Writes a mark: the vendor sends it back when what was sent before has been played.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="streamId">The stream's id; empty when the vendor gave none.</param>
    /// <param name="name">The mark's name; one character at least.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public abstract void WriteMark(IBufferWriter<byte> output, string streamId, string name);

    /// <summary>Writes that audio which waits at the vendor is to be thrown away.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="streamId">The stream's id; empty when the vendor gave none.</param>
    public abstract void WriteClear(IBufferWriter<byte> output, string streamId);

    /// <summary>Writes a key press to the far end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="streamId">The stream's id; empty when the vendor gave none.</param>
    /// <param name="digit">One of <c>0-9 A-D * #</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The vendor has such a message, and the key is none of these.</exception>
    /// <returns>False, and nothing written, where the vendor has no such message.</returns>
    public virtual bool TryWriteDtmf(IBufferWriter<byte> output, string streamId, char digit) => false;
}
