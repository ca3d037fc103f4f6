using CallControl.Testing;
using Samples;

namespace MediaEcho;

/// <summary>The caller's ear: notes when which tone was heard.</summary>
public sealed class Listener(EmulatedAudio audio, TimeProvider time)
{
    private readonly List<(int Hertz, long At)> _heard = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task ListenAsync(int[] tones, CancellationToken cancellationToken)
    {
        await foreach (var samples in audio.ListenAsync(cancellationToken))
        {
            var now = time.GetTimestamp();
            foreach (var hertz in tones.Where(hertz => Tone.IsIn(samples, hertz)))
                Note(hertz, now);
        }
    }

    /// <summary>How many pieces of 20 ms of a tone were heard, and when the first and the last.</summary>
    public (int Count, long First, long Last) Heard(int hertz, long since = 0)
    {
        lock (_gate)
        {
            var times = _heard.Where(each => each.Hertz == hertz && each.At >= since).Select(each => each.At).ToArray();
            return times.Length == 0 ? default : (times.Length, times[0], times[^1]);
        }
    }

    /// <summary>Waits until that much of a tone was heard since a moment.</summary>
    public async Task WaitForAsync(int hertz, int pieces, long since, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task news;
            lock (_gate)
                news = _news.Task;

            if (Heard(hertz, since).Count >= pieces)
                return;

            await news.WaitAsync(cancellationToken);
        }
    }

    private void Note(int hertz, long at)
    {
        TaskCompletionSource news;
        lock (_gate)
        {
            _heard.Add((hertz, at));
            (news, _news) = (_news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        news.SetResult();
    }
}
