using CallControl.Media;
using CallControl.Testing.Tests.SessionGateway;
using CallControl.Testing.Tests.Telnyx;

namespace CallControl.Testing.Tests;

public sealed class EmulatedAudioTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task ListenAsync_Silence_IsHeardAtThePaceOfTheClockUntilTheCallEnds()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        telnyx.Clock.PendingTimers.Should().Be(0, "an idle call has no audio clock");

        var heard = caller.Audio.ListenAsync(Token);
        telnyx.Clock.PendingTimers.Should().Be(1);
        telnyx.Advance(1010);
        await caller.HangUpAsync(Token);

        var frames = await ReadAsync(heard);
        frames.Should().HaveCount(50).And.OnlyContain(frame => frame.Length == 160 && frame.All(sample => sample == 0));
        telnyx.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task ListenAsync_SeveralListeners_HearTheSameFromWhenTheyBegan()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        var first = caller.Audio.ListenAsync(Token);
        telnyx.Advance(100);
        var second = caller.Audio.ListenAsync(Token);
        await telnyx.DoAsync(caller.SessionId, "speak", """{"payload":"hello","voice":"female"}""");
        telnyx.Advance(100);
        await caller.HangUpAsync(Token);

        var (all, rest) = (await ReadAsync(first), await ReadAsync(second));
        all.Should().HaveCount(10);
        rest.Should().HaveCount(5);
        rest.SelectMany(frame => frame).Should().Equal(all.Skip(5).SelectMany(frame => frame));
        rest[0].Max().Should().Be(8000, "speech is a tone");
    }

    [Fact]
    public async Task ListenAsync_LeftOrCancelled_StopsTheClock()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        using var given = new CancellationTokenSource();
        var cancelled = caller.Audio.ListenAsync(given.Token).GetAsyncEnumerator(Token);
        var left = caller.Audio.ListenAsync(Token);
        telnyx.Advance(20);

        await foreach (var frame in left)
        {
            frame.Should().HaveCount(160);
            break;
        }

        await cancelled.MoveNextAsync();
        await given.CancelAsync();
        await FluentActions.Awaiting(() => cancelled.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();

        telnyx.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task ListenAsync_NobodyReads_KeepsTheLastMinute()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var heard = caller.Audio.ListenAsync(Token);
        telnyx.Advance(61_000);
        await telnyx.DoAsync(caller.SessionId, "speak", """{"payload":"hello","voice":"female"}""");
        telnyx.Advance(40);
        await caller.HangUpAsync(Token);

        var frames = await ReadAsync(heard);

        frames.Should().HaveCount(3000);
        frames[^1].Max().Should().Be(8000);
    }

    [Fact]
    public async Task ListenAsync_AfterTheCall_EndsAtOnce()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await caller.HangUpAsync(Token);

        (await ReadAsync(caller.Audio.ListenAsync(Token))).Should().BeEmpty();
        caller.Audio.Play([1, 2, 3]);
        telnyx.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task ListenAsync_TicksComeLate_EveryFrameIsMadeUpFor()
    {
        var clock = new ManualTimeProvider();
        await using var telnyx = await TelnyxHarness.StartAsync(new TelnyxEmulatorOptions { TimeProvider = new CoarseClock(clock) });
        var caller = await telnyx.AnsweredCallAsync();

        var heard = caller.Audio.ListenAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(10));
        await caller.HangUpAsync(Token);

        (await ReadAsync(heard)).Should().HaveCount(500 - 500 % 7, "ticks come each 140 ms");
    }

    [Fact]
    public async Task StopPlaying_InTheMiddle_FallsSilent()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        using var receiver = new UdpReceiver();
        var caller = await telnyx.AnsweredCallAsync();
        caller.Audio.Play([.. Enumerable.Repeat((short)1000, 160)]);
        caller.Audio.Play([.. Enumerable.Repeat((short)2000, 1600)]);
        await telnyx.DoAsync(caller.SessionId, "fork_start", $$"""{"rx":"{{receiver.Address}}","tx":"udp:192.0.2.1:4000"}""");

        telnyx.Advance(40);
        caller.Audio.StopPlaying();
        telnyx.Advance(20);

        receiver.TakeAll().Select(packet => (G711.DecodeMulaw(packet[12]) + 250) / 500).Should().Equal([2, 4, 0], "what was queued waited for the fork");
    }

    [Fact]
    public async Task Audio_OfAVendorWithoutMedia_IsNotSupported()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        caller.Invoking(each => each.Audio).Should().Throw<NotSupportedException>();
    }

    private static async Task<List<short[]>> ReadAsync(IAsyncEnumerable<short[]> heard)
    {
        var frames = new List<short[]>();
        await foreach (var frame in heard)
            frames.Add(frame);
        return frames;
    }

    /// <summary>A clock whose timers fire late.</summary>
    private sealed class CoarseClock(ManualTimeProvider clock) : TimeProvider
    {
        private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(140);

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, Late, Late);
    }
}
