using CallControl.Testing;
using Samples;

namespace CallControl.EndToEnd.Tests;

/// <summary>Listens on the line for a tone, piece by piece of 20 ms.</summary>
internal static class Ear
{
    public static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Listens until a tone was heard for so many pieces, and then until it is silent for some.</summary>
    /// <returns>How many pieces of the tone were heard, and when the last.</returns>
    public static async Task<(int Heard, long Last)> HearAsync(EmulatedAudio audio, int hertz, int silentPieces = 10)
    {
        var (heard, silent, last) = (0, 0, 0L);
        await foreach (var samples in audio.ListenAsync(Cancelled))
        {
            if (Tone.IsIn(samples, hertz))
                (heard, silent, last) = (heard + 1, 0, TimeProvider.System.GetTimestamp());
            else if (heard > 0 && ++silent == silentPieces)
                break;
        }

        return (heard, last);
    }
}
