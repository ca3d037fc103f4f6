using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>Calls that are answered, refused and ended.</summary>
public sealed class HangupTests
{
    private static readonly JsonObject Property = new() { ["x"] = 1 };

    private static readonly Dictionary<string, Func<ICallControl, CallId, Task>> Wrong = new()
    {
        ["answer"] = (control, call) => control.AnswerAsync(call, new AnswerRequest { Deadline = TimeSpan.Zero, AdditionalProperties = Property }, Cancelled),
        ["reject"] = (control, call) => control.RejectAsync(call, new RejectRequest { AdditionalProperties = Property }, Cancelled),
        ["hang up"] = (control, call) => control.HangupAsync(call, new HangupRequest { AdditionalProperties = Property }, Cancelled),
        ["tones"] = (control, call) => control.SendDtmfAsync(call, new DtmfRequest { Digits = "12A", ToneDuration = TimeSpan.FromMilliseconds(5001) }, Cancelled),
        ["no tones"] = (control, call) => control.SendDtmfAsync(call, new DtmfRequest { Digits = "", ToneDuration = TimeSpan.Zero }, Cancelled),
        ["a pause"] = (control, call) => control.SendDtmfAsync(call, new DtmfRequest { Digits = "1w2", ToneDuration = TimeSpan.FromMilliseconds(0.5) }, Cancelled),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("answer", "Deadline", "AdditionalProperties")]
    [InlineData("reject", "AdditionalProperties")]
    [InlineData("hang up", "AdditionalProperties")]
    [InlineData("tones", "Digits", "ToneDuration")]
    [InlineData("no tones", "Digits", "ToneDuration")]
    [InlineData("a pause", "Digits", "ToneDuration")]
    public async Task Request_ThatTheVendorHasNoPlaceFor_IsRefusedByTheFieldsNames(string wrong, params string[] fields)
    {
        await using var line = Line.Ring();

        (await line.RefusalAsync(control => Wrong[wrong](control, line.Call))).Distinct().Should().BeEquivalentTo(fields);
    }

    [Theory]
    [InlineData(null, 500)]
    [InlineData(1, 1)]
    [InlineData(5000, 5000)]
    public async Task SendDtmf_WithADuration_SendsIt(int? milliseconds, int expected)
    {
        await using var line = Line.Ring();
        var sending = line.Vendor.Control.SendDtmfAsync(
            line.Call, new DtmfRequest { Digits = "0123456789*#", ToneDuration = milliseconds is { } some ? TimeSpan.FromMilliseconds(some) : null }, Cancelled);

        (await line.CommandAsync()).Should().Be($$"""send_dtmf {"digits":"0123456789*#","duration_ms":{{expected}},"timeout_ms":500}""");
        await sending.Soon();
    }

    [Fact]
    public async Task Answer_OfACallThatRings_CompletesWhenItIsUp()
    {
        await using var line = Line.Ring();
        var answer = await line.GiveAsync(control => control.AnswerAsync(line.Call, new AnswerRequest(), Cancelled));
        line.Sent.Should().Be("""wait {"wait":1}""");
        answer.Completion.IsCompleted.Should().BeFalse();
        line.Done("0");

        (await answer.Completion.Soon()).IsCompleted.Should().BeTrue();
        (await line.Vendor.Events.WaitForAsync<CallAnswered>()).Call.Should().Be(line.Call);
        var again = await line.Vendor.Control.AnswerAsync(line.Call, new AnswerRequest(), Cancelled);
        (await again.Completion.Soon()).IsCompleted.Should().BeTrue("it is answered already");
        line.IsAsking.Should().BeTrue();
    }

    [Fact]
    public async Task Stop_OfAnAnswer_HangsUp()
    {
        await using var line = Line.Ring();
        var answer = await line.GiveAsync(control => control.AnswerAsync(line.Call, new AnswerRequest(), Cancelled));

        await answer.StopAsync(Cancelled);
        line.Done("0");

        (await line.NextAsync()).Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Reject_OfACallThatRings_HangsUpAtOnce()
    {
        await using var line = Line.Ring();

        await line.Vendor.Control.RejectAsync(line.Call, new RejectRequest(), Cancelled);

        (await line.CommandAsync()).Should().Be("hangup {}");
    }

    [Fact]
    public async Task Reject_OfACallThatWasAnswered_IsRefused()
    {
        await using var vendor = Vendor.Start(flow: null);
        var line = new Line(vendor).Ask("UP");
        var tones = vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        await line.NextAsync();
        await tones.Soon();
        line.Done("0");

        var reject = () => vendor.Control.RejectAsync(line.Call, new RejectRequest(), Cancelled);

        (await reject.Should().ThrowAsync<CommandRejectedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
        line.IsAsking.Should().BeTrue();
    }

    [Fact]
    public async Task Reject_AfterTheFlowHasThought_EndsTheCallAllTheSame()
    {
        await using var vendor = Vendor.Start(flow: null);
        var line = Line.Ring(vendor);
        vendor.Time.Advance(TimeSpan.FromSeconds(4));
        (await line.NextAsync()).Command.Should().Be("wait");
        line.Done("0");

        await vendor.Control.RejectAsync(line.Call, new RejectRequest(), Cancelled);

        (await line.NextAsync()).Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Hangup_ThatTheVendorDoesNotCarryOut_IsAskedForAgainAfterAWhile()
    {
        await using var line = Line.Ring();
        await line.Vendor.Control.HangupAsync(line.Call, new HangupRequest(), Cancelled);
        (await line.NextAsync()).Command.Should().Be("hangup");

        line.Done(result: "", error: "NOT_NOW");

        line.IsAsking.Should().BeTrue();
        line.Vendor.Time.Advance(TimeSpan.FromSeconds(4));
        (await line.NextAsync()).Command.Should().Be("hangup");
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("normal")]
    public async Task Reject_WithACause_IsRefused(string cause)
    {
        await using var line = Line.Ring();

        var reject = () => line.Vendor.Control.RejectAsync(line.Call, new RejectRequest { Cause = new HangupCause(cause) }, Cancelled);

        (await reject.Should().ThrowAsync<CapabilityNotSupportedException>()).Which.Feature.Should().Be(CallFeature.HangupCause);
        line.CheckUntouched();
    }

    [Fact]
    public async Task End_OfACallThatIsOver_DoesNothing()
    {
        await using var line = Line.Ring(account => account.ApiKey = "key-of-the-account");
        await line.HangUpAsync();

        await line.Vendor.Control.RejectAsync(line.Call, new RejectRequest(), Cancelled);
        await line.Vendor.Control.HangupAsync(line.Call, new HangupRequest(), Cancelled);

        line.Vendor.Rpc.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Hangup_WhileTheVendorAsks_IsTheAnswerBeforeAllThatWaits()
    {
        await using var line = Line.Ring(account => account.ApiKey = "key-of-the-account");
        var tones = line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        await line.NextAsync();
        await tones.Soon();
        line.Done("0");

        await line.Vendor.Control.HangupAsync(line.Call, new HangupRequest(), Cancelled);

        (await line.CommandAsync()).Should().Be("hangup {}");
        line.Vendor.Rpc.Requests.Should().BeEmpty();
        var late = () => line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "2" }, Cancelled);
        await late.Should().ThrowAsync<CallEndedException>();
    }

    [Theory]
    [InlineData("key-of-the-account", 1)]
    [InlineData("", 0)]
    public async Task Hangup_WhileACommandGoesOn_IsToldByJsonRpcWhereThatCanBe(string key, int requests)
    {
        await using var line = Line.Ring(account => account.ApiKey = key);
        var gather = await line.GiveAsync(control => control.StartGatherAsync(line.Call, new GatherRequest { Prompt = [MediaSource.Silence(TimeSpan.FromSeconds(1))] }, Cancelled));
        var waiting = line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled);

        await line.Vendor.Control.HangupAsync(line.Call, new HangupRequest(), Cancelled);

        line.Vendor.Rpc.Requests.Should().Equal(Enumerable.Repeat("calls.hangup [421889,{}]", requests));
        line.Done("0");
        (await line.NextAsync()).Command.Should().Be("hangup");
        await line.HangUpAsync();
        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        await FluentActions.Awaiting(() => waiting.Soon()).Should().ThrowAsync<CallEndedException>();
    }

    [Fact]
    public async Task Hangup_OfACallThatNobodyHasAnswered_IsItsFirstCommand()
    {
        await using var vendor = Vendor.Start(flow: null, account => (account.App, account.ApiKey) = (Vendor.App, "key-of-the-account"));
        var call = await vendor.Control.DialAsync(new DialRequest { To = Destination.Phone("+33622222222"), From = "BLOCKED" }, Cancelled);

        await vendor.Control.HangupAsync(call, new HangupRequest(), Cancelled);

        vendor.Rpc.Requests.Should().ContainSingle("the vendor has no way to cancel it");
        (await new Line(vendor.Beside(77, call.Value)).Ask("UP").NextAsync()).Command.Should().Be("hangup");
    }
}
