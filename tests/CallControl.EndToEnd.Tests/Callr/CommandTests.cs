using CallControl.Callr;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>The vendor's own commands, one after the other, by the native client.</summary>
public sealed class CommandTests
{
    private const long Medium = 1001;

    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_OfTheNativeClient_AreCarriedOutInTurn()
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Library.Add(Medium, Instant);
        var (caller, call) = await world.ConnectAsync();
        var (other, otherCall) = await world.ConnectAsync();
        var medium = CallrMedia.Library(Medium);

        var started = await RunAsync(new StartCallRecordingCommand());
        (await RunAsync(new PlayCommand { Media = medium })).IsPlayed.Should().BeTrue();
        (await RunAsync(new PlayWavDataCommand { AudioData = Wav() })).IsPlayed.Should().BeTrue();
        (await RunAsync(new PlayTalkDetectCommand { Media = medium })).IsTalk.Should().BeFalse();
        (await RunAsync(new SendDtmfCommand { Digits = "42", DurationMilliseconds = 1, GapMilliseconds = 0 })).IsSent.Should().BeTrue();
        (await RunAsync(new WaitCommand { Seconds = 1 })).IsDone.Should().BeTrue();
        (await RunAsync(new WaitForSilenceCommand { SilenceMilliseconds = 50, Iterations = 1, TimeoutSeconds = 5 })).IsSilence.Should().BeTrue();
        (await RunAsync(new ReadCommand { Media = medium, MaxDigits = 1, Attempts = 1, TimeoutMilliseconds = 100 })).IsTimeout.Should().BeTrue();
        var stopped = await RunAsync(new StopCallRecordingCommand());
        started.RecordingHash.Should().NotBeNullOrEmpty().And.Be(stopped.RecordingHash);

        var recording = RunAsync(new RecordCommand { MaxDurationSeconds = 30, SilenceSeconds = 0 });
        await caller.WaitForRecordingAsync(Cancelled);
        await caller.WaitForRecordingAsync(Cancelled);
        await caller.PressAsync("#", Cancelled);
        (await RunAsync(new PlayRecordCommand { MediaFile = (await recording).MediaFile! })).IsPlayed.Should().BeTrue();

        world.Callr.Callees.Set("+15550100066", CalleeBehavior.Busy);
        (await RunAsync(new DialoutCommand { Targets = [new CallrTarget { Number = "+15550100066", TimeoutSeconds = 5 }] })).IsNoAnswer.Should().BeTrue();

        (await JoinAsync(new SimpleConferenceCommand { Id = "1" })).Outcome.Should().Be(ConferenceOutcome.Left);
        (await JoinAsync(new ConferenceCommand { Id = "2", Welcome = medium })).Outcome.Should().Be(ConferenceOutcome.Left);

        (await RunAsync(new HangupCallCommand { VendorCallId = world.RealTime.GetVendorCallId(otherCall.Id)!.Value })).Error.Should().BeNull();
        await other.WaitForEndAsync(Cancelled);
        (await RunAsync(new HangupCommand())).IsCallOver.Should().BeTrue();
        await caller.WaitForEndAsync(Cancelled);
        caller.HeardDigits.Should().Be("42");
        world.Callr.ScriptErrors.Should().BeEmpty();

        Task<TResult> RunAsync<TResult>(RealTimeCommand<TResult> command)
            where TResult : RealTimeResult => world.RealTime.ExecuteAsync(call.Id, command, Cancelled);

        // The key leaves the room once the caller is in it; before that, it is lost.
        async Task<ConferenceResult> JoinAsync(RealTimeCommand<ConferenceResult> command)
        {
            var joining = RunAsync(command);
            while (!joining.IsCompleted)
            {
                await caller.PressAsync("*", Cancelled);
                await Task.WhenAny(joining, Task.Delay(Instant, TimeProvider.System, Cancelled));
            }

            return await joining;
        }
    }

    // PCM, 8 kHz, 16 bit, mono: a tenth of a second of silence.
    private static byte[] Wav() =>
        [.. "RIFF"u8, 0x64, 0x06, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0, .. "data"u8, 0x40, 0x06, 0, 0, .. new byte[1600]];
}
