using CallControl;
using CallControl.AspNetCore;
using CallControl.Media;
using Samples;

namespace MediaEcho;

/// <summary>A bot on a media stream: says what it hears until a key is pressed, then speaks with a mark behind, then is interrupted.</summary>
public sealed class EchoFlow(IMediaStreams streams, EchoReport report) : ICallFlow
{
    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        await using var ticket = streams.Expect(call);
        var stream = await call.StartStreamAsync(new StreamRequest { Url = ticket.Url, Bidirectional = true, Codec = AudioCodec.Pcmu }, callEnded);
        await using var session = await ticket.AcceptAsync(stream, callEnded);
        report.Opened(session.Start);

        var keys = session.ReadMessagesAsync(callEnded).OfType<MediaStreamDtmf>().GetAsyncEnumerator(callEnded);
        await using (keys)
        {
            using var echoing = CancellationTokenSource.CreateLinkedTokenSource(callEnded);
            var echo = EchoAsync(session, echoing.Token);
            await keys.MoveNextAsync();
            await echoing.CancelAsync();
            await echo;
            await session.ClearAsync(callEnded);

            report.Speaks();
            await session.SendAsync(Tone.Make(EchoReport.SpokenHertz, EchoReport.SpokenFor), callEnded);
            report.MarkCameBack(await session.MarkAsync("spoken", callEnded));

            await session.SendAsync(Tone.Make(EchoReport.InterruptedHertz, EchoReport.InterruptedAfter), callEnded);
            var mark = session.MarkAsync("interrupted", callEnded);
            await keys.MoveNextAsync();
            report.Clears();
            await session.ClearAsync(callEnded);
            report.Interrupted(await mark);
        }

        await session.CloseAsync(cancellationToken: callEnded);
        report.Finish(session.Statistics);
        await call.HangupAsync(callEnded);
    }

    private static async Task EchoAsync(MediaStreamSession session, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in session.ReadAudioAsync(cancellationToken))
                await session.SendAsync(frame.Payload, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or MediaStreamException)
        {
            // A key was pressed, or the stream ended between hearing and saying: enough.
        }
    }
}
