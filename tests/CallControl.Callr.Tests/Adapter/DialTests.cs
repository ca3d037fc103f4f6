using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>Outbound calls: asked for by JSON-RPC, conducted like any other once somebody has answered.</summary>
public sealed class DialTests
{
    private const int Silence = 1001;

    private static readonly DialRequest Plain = new() { To = Destination.Phone("+33622222222"), From = "+33199000000" };

    private static readonly Dictionary<string, (DialRequest Request, string Parameters)> Forms = new()
    {
        ["plain"] = (Plain, """["4346423A",{"number":"+33622222222","timeout":30},{"cli":"+33199000000"}]"""),
        ["hidden"] = (Plain with { From = "BLOCKED", RingTimeout = TimeSpan.FromSeconds(5) }, """["4346423A",{"number":"+33622222222","timeout":5},{"cli":"BLOCKED"}]"""),
        ["with properties"] = (
            Plain with { RingTimeout = TimeSpan.FromSeconds(300), AdditionalProperties = new JsonObject { ["cdr_field"] = "order42" } },
            """["4346423A",{"number":"+33622222222","timeout":300},{"cli":"+33199000000","cdr_field":"order42"}]"""),
    };

    private static readonly Dictionary<string, (DialRequest Request, string[] Fields)> Wrong = new()
    {
        ["SIP"] = (Plain with { To = Destination.Sip("sip:bob@example.com") }, ["To"]),
        ["an address"] = (Plain with { To = Destination.Address("/queue/a") }, ["To"]),
        ["too brief"] = (Plain with { RingTimeout = TimeSpan.FromSeconds(4) }, ["RingTimeout"]),
        ["too long"] = (Plain with { RingTimeout = TimeSpan.FromSeconds(301) }, ["RingTimeout"]),
        ["a fraction"] = (Plain with { RingTimeout = TimeSpan.FromSeconds(5.5) }, ["RingTimeout"]),
        ["no number"] = (Plain with { From = "Bob" }, ["From"]),
        ["a limit"] = (Plain with { MaxDuration = TimeSpan.FromMinutes(1) }, ["MaxDuration"]),
        ["headers"] = (Plain with { SipHeaders = new Dictionary<string, string> { ["X-A"] = "1" } }, ["SipHeaders"]),
        ["a beep"] = (Plain with { MachineDetection = new MachineDetectionOptions { WaitForBeep = true } }, ["MachineDetection.WaitForBeep"]),
        ["listening for too long"] = (Listening(60_001), ["MachineDetection.Timeout"]),
        ["listening for nothing"] = (Listening(0), ["MachineDetection.Timeout"]),
        ["all at once"] = (
            Plain with
            {
                To = Destination.Sip("sip:bob@example.com"),
                From = "Bob",
                RingTimeout = TimeSpan.FromSeconds(1),
                MaxDuration = TimeSpan.FromMinutes(1),
                SipHeaders = new Dictionary<string, string> { ["X-A"] = "1" },
                MachineDetection = new MachineDetectionOptions { WaitForBeep = true, Timeout = TimeSpan.Zero },
            },
            ["To", "From", "RingTimeout", "MaxDuration", "SipHeaders", "MachineDetection.WaitForBeep", "MachineDetection.Timeout"]),
    };

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task Dial_OfEveryForm_StartsACall(string form)
    {
        await using var vendor = Start();

        var call = await vendor.Control.DialAsync(Forms[form].Request, Cancelled);

        call.Value.Should().Be(RpcServer.StartedCall);
        vendor.Rpc.Requests.Should().Equal($"calls.realtime {Forms[form].Parameters}");
        vendor.RealTime.GetVendorCallId(call).Should().BeNull("the vendor has not asked yet");
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task Dial_OfWhatTheVendorCannotCall_IsRefusedByTheFieldsNames(string wrong)
    {
        await using var vendor = Start();

        (await new Line(vendor).RefusalAsync(control => control.DialAsync(Wrong[wrong].Request, Cancelled))).Should().BeEquivalentTo(Wrong[wrong].Fields);
    }

    [Fact]
    public async Task Dial_WithoutAnApp_NamesTheSettingAndAllElse()
    {
        await using var vendor = Start(account => account.App = "");

        var fields = await new Line(vendor).RefusalAsync(control => control.DialAsync(Wrong["all at once"].Request, Cancelled));

        fields.Should().BeEquivalentTo(Wrong["all at once"].Fields.Prepend("CallrOptions.App"));
    }

    [Fact]
    public async Task MachineDetection_WithoutAMediumToPlay_NamesTheSetting()
    {
        await using var vendor = Start(account => account.DetectionMedia = null);

        var fields = await new Line(vendor).RefusalAsync(control => control.DialAsync(Listening(4000), Cancelled));

        fields.Should().Equal("CallrOptions.DetectionMedia");
    }

    [Fact]
    public async Task Dial_WithoutCredentials_IsNotSent()
    {
        await using var vendor = Start(account => account.ApiKey = "");

        var dial = () => vendor.Control.DialAsync(Plain, Cancelled);

        (await dial.Should().ThrowAsync<AuthenticationFailedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
    }

    [Fact]
    public async Task Call_ThatIsAnswered_TellsWhoCallsWhomAndIsCommanded()
    {
        await using var vendor = Start();
        var call = await vendor.Control.DialAsync(Plain, Cancelled);
        var tones = vendor.Control.SendDtmfAsync(call, new DtmfRequest { Digits = "1" }, Cancelled);

        await using var line = new Line(vendor.Beside(77, call.Value)).Ask("UP");

        (await line.NextAsync()).Command.Should().Be("send_dtmf");
        await tones.Soon();
        vendor.RealTime.GetVendorCallId(call).Should().Be(77);
        await line.HangUpAsync();
        var events = await vendor.Events.OfAsync(call);
        events.Select(each => each.GetType()).Should().Equal(typeof(CallInitiated), typeof(CallAnswered), typeof(UnknownCallEvent), typeof(CallEnded));
        events[0].Should().BeOfType<CallInitiated>().Which.From.Value.Should().Be("+33611111111");
        events[0].Should().BeOfType<CallInitiated>().Which.To.Value.Should().Be("+33199000000");
    }

    [Theory]
    [InlineData("TALK", "", AnsweredBy.Human)]
    [InlineData("0", "", AnsweredBy.Unknown)]
    [InlineData("TALK", "BAD_MEDIA", AnsweredBy.Unknown)]
    public async Task MachineDetection_OfWhoeverAnswers_TellsHumansOnly(string result, string error, AnsweredBy expected)
    {
        await using var vendor = Start();
        var call = await vendor.Control.DialAsync(Listening(7000), Cancelled);
        var tones = vendor.Control.SendDtmfAsync(call, new DtmfRequest { Digits = "1" }, Cancelled);
        await using var line = new Line(vendor.Beside(77, call.Value)).Ask("UP");

        (await line.NextAsync()).Command.Should().Be("play_talk_detect");
        ((int)line.Last.Parameters["media_id"]!).Should().Be(Silence);
        ((int)line.Last.Parameters["analysistime_ms"]!).Should().Be(7000);
        line.Done(result, error);

        (await vendor.Events.WaitForAsync<MachineDetected>()).AnsweredBy.Should().Be(expected);
        (await line.NextAsync()).Command.Should().Be("send_dtmf");
        await tones.Soon();
    }

    [Theory]
    [InlineData("NOANSWER", "no-answer")]
    [InlineData("BUSY", "busy")]
    [InlineData("CONGESTION", "failed")]
    [InlineData("REJECTED", "failed")]
    [InlineData("HANGUP", "normal")]
    public async Task Call_ThatIsNotAnswered_EndsWithTheCause(string status, string cause)
    {
        await using var vendor = Start();
        var call = await vendor.Control.DialAsync(Plain, Cancelled);
        var tones = vendor.Control.SendDtmfAsync(call, new DtmfRequest { Digits = "1" }, Cancelled);
        var other = vendor.Beside(77, call.Value);

        var answer = await other.PostAsync(other.Report(status));

        answer.Body.Should().BeNull();
        (await vendor.Events.OfAsync(call)).Should().ContainSingle().Which.Should().BeOfType<CallEnded>().Which.Cause.Value.Should().Be(cause);
        (await FluentActions.Awaiting(() => tones.Soon()).Should().ThrowAsync<CallEndedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
    }

    [Fact]
    public async Task Call_ThatEndsBeforeTheVendorHasNamedIt_IsOver()
    {
        await using var vendor = Start();
        var other = vendor.Beside(77, RpcServer.StartedCall);
        vendor.Rpc.Answer = async _ =>
        {
            await other.PostAsync(other.Report("BUSY"));
            return RpcServer.StartedCall;
        };

        var call = await vendor.Control.DialAsync(Plain with { MachineDetection = new MachineDetectionOptions() }, Cancelled);

        var tones = () => vendor.Control.SendDtmfAsync(call, new DtmfRequest { Digits = "1" }, Cancelled).Soon();
        await tones.Should().ThrowAsync<CallEndedException>();
        await vendor.Control.HangupAsync(call, new HangupRequest(), Cancelled);
    }

    private static Vendor Start(Action<CallrOptions>? configure = null) => Vendor.Start(flow: null, account =>
    {
        account.App = Vendor.App;
        account.ApiKey = "key-of-the-account";
        account.DetectionMedia = Silence;
        configure?.Invoke(account);
    });

    private static DialRequest Listening(int milliseconds) =>
        Plain with { MachineDetection = new MachineDetectionOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) } };
}
