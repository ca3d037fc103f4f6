using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What the person on the far end of an emulated call says and hears: 8 kHz, one channel, 16 bits a sample.</summary>
/// <remarks>
/// <para>Thread-safe. Sound passes at the pace of the emulator's clock, 160 samples each 20 ms; what a stalled machine delayed is made up
/// for. The clock of a call runs only while a stream, fork or tap of it is open or somebody listens: until then, queued sound waits.</para>
/// <para>The person hears what the application sends through a bidirectional stream that reaches this leg, and a steady tone of 400 Hz
/// while a playback or speech runs, as the emulator knows no file's content. Not emulated: the voice of whom the call is bridged with,
/// and what conferences carry. A stream whose application leaves 65,536 messages unread is closed: on a manual clock, some twenty minutes
/// must not pass in one step.</para>
/// </remarks>
public sealed class EmulatedAudio
{
    private readonly LegAudio _leg;

    internal EmulatedAudio(LegAudio leg) => _leg = leg;

    /// <summary>Says something, behind what is queued. After the end of the call, nothing.</summary>
    /// <param name="samples">The sound; copied. Of any length.</param>
    public void Play(ReadOnlySpan<short> samples) => _leg.Play(samples);

    /// <summary>Falls silent: forgets what is queued.</summary>
    public void StopPlaying() => _leg.StopPlaying();

    /// <summary>What the person hears from this moment on, silence included, until the call ends. Several may listen at once.</summary>
    /// <remarks>
    /// Listening begins with this call and ends with the reading loop, or else with the call. Who reads too slowly loses the oldest: a
    /// minute is kept.
    /// </remarks>
    /// <param name="cancellationToken">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <returns>Frames of 160 samples, which are the reader's to keep.</returns>
    public IAsyncEnumerable<short[]> ListenAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ReadAsync(_leg.Listen(), cancellationToken);
    }

    private async IAsyncEnumerable<short[]> ReadAsync(Channel<short[]> listener, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in listener.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return frame;
        }
        finally
        {
            _leg.StopListening(listener);
        }
    }
}
