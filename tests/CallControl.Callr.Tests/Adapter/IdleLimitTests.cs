using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>A call of which nothing is heard any more is forgotten.</summary>
public sealed class IdleLimitTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(2);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_ThatIsNotHeardOf_IsForgottenWithWhatWaits()
    {
        await using var vendor = Start();
        var line = Line.Ring(vendor.Beside(1));
        var gather = await line.GiveAsync(control => control.StartGatherAsync(line.Call, new GatherRequest(), Cancelled));
        var tones = vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        var playing = vendor.Control.StartPlaybackAsync(line.Call, new PlaybackRequest { Sources = [MediaSource.Library("1")] }, Cancelled);

        vendor.Time.Advance(Limit - TimeSpan.FromMinutes(1));
        tones.IsCompleted.Should().BeFalse();
        vendor.RealTime.GetVendorCallId(line.Call).Should().Be(1);
        vendor.Time.Advance(TimeSpan.FromMinutes(3));

        await FluentActions.Awaiting(() => tones.Soon()).Should().ThrowAsync<CallEndedException>();
        await FluentActions.Awaiting(() => playing.Soon()).Should().ThrowAsync<CallEndedException>();
        FluentActions.Invoking(() => vendor.RealTime.GetVendorCallId(line.Call)).Should().Throw<CallEndedException>();
        (await gather.Completion.Soon()).End.Should().NotBe(OperationEnd.Completed);
        vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Call_ThatIsHeardOf_IsKept()
    {
        await using var vendor = Start();
        var quiet = Line.Ring(vendor.Beside(1));
        var line = Line.Ring(vendor.Beside(2));
        foreach (var each in new[] { quiet, line })
            await each.GiveAsync(control => control.StartRecordingAsync(each.Call, new RecordingRequest(), Cancelled));

        vendor.Time.Advance(Limit - TimeSpan.FromMinutes(1));
        line.Done("HASH0001");
        vendor.Time.Advance(TimeSpan.FromMinutes(3));

        vendor.RealTime.GetVendorCallId(line.Call).Should().Be(2);
        FluentActions.Invoking(() => vendor.RealTime.GetVendorCallId(quiet.Call)).Should().Throw<CallEndedException>();
    }

    private static Vendor Start() => Vendor.Start(flow: null, engine: engine => engine.CallIdleLimit = Limit);
}
