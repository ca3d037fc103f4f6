namespace CallControl.EndToEnd.Tests;

/// <summary>The same flow for every provider: answers, plays, gathers, records, hangs up.</summary>
internal sealed class WholeCall
{
    /// <summary>What the caller is to enter.</summary>
    public const string Pin = "2468";

    private static readonly UrlSource Audio = MediaSource.Url("https://cdn.example.com/audio.wav");

    private readonly TaskCompletionSource<WholeCallOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the call does, or with what went wrong.</summary>
    public Task<WholeCallOutcome> Outcome => _outcome.Task;

    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        try
        {
            _outcome.SetResult(await ConductAsync(call, callEnded));
        }
        catch (Exception exception)
        {
            _outcome.TrySetException(exception);
            throw;
        }
    }

    private static async Task<WholeCallOutcome> ConductAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        var greeting = await (await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, callEnded)).Completion;
        var gathered = await call.GatherAsync(new GatherRequest { Prompt = [Audio], Digits = new DigitOptions { Min = 4, Max = 6 } }, callEnded);
        var recording = await call.StartRecordingAsync(callEnded);
        var thanks = await (await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, callEnded)).Completion;
        await recording.StopAsync(callEnded);
        var recorded = await recording.Completion;
        await call.HangupAsync(callEnded);
        var end = await call.Ended;
        return new WholeCallOutcome(greeting.End, gathered.Digits, gathered.Reason, thanks.End, recorded.End, recorded.Result is { Urls.Count: > 0 } or { Recording: not null }, end.Cause);
    }
}
