using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>A transfer is <c>dialout</c>: the vendor tells that nobody has answered, and nothing else until the call is over.</summary>
public sealed class TransferTests
{
    private static readonly TransferRequest Plain = new() { To = Destination.Phone("+33622222222") };

    private static readonly Dictionary<string, (TransferRequest Request, string Command)> Forms = new()
    {
        ["plain"] = (Plain, """dialout {"targets":[{"number":"+33622222222","timeout":30}],"cli":"BLOCKED","ringtone":"RING","whisper":0,"cdr_field":""}"""),
        ["all fields"] = (
            Plain with { From = "+33199000000", RingTimeout = TimeSpan.FromSeconds(5), AdditionalProperties = new JsonObject { ["ringtone"] = "MUSIC" } },
            """dialout {"targets":[{"number":"+33622222222","timeout":5}],"cli":"+33199000000","ringtone":"MUSIC","whisper":0,"cdr_field":""}"""),
    };

    private static readonly Dictionary<string, (TransferRequest Request, string[] Fields)> Wrong = new()
    {
        ["SIP"] = (Plain with { To = Destination.Sip("sip:bob@example.com") }, ["To"]),
        ["too brief"] = (Plain with { RingTimeout = TimeSpan.FromSeconds(4) }, ["RingTimeout"]),
        ["too long"] = (Plain with { RingTimeout = TimeSpan.FromSeconds(301) }, ["RingTimeout"]),
        ["no number"] = (Plain with { From = "Bob" }, ["From"]),
        ["all at once"] = (
            Plain with
            {
                To = Destination.Address("bob"),
                From = "Bob",
                RingTimeout = TimeSpan.FromSeconds(0.5),
                MaxDuration = TimeSpan.FromMinutes(1),
                Deadline = TimeSpan.Zero,
                SipHeaders = new Dictionary<string, string> { ["X-A"] = "1" },
            },
            ["To", "From", "RingTimeout", "MaxDuration", "Deadline", "SipHeaders"]),
    };

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task Transfer_OfEveryForm_CallsOneTarget(string form)
    {
        await using var line = Line.Ring();

        var transfer = await line.GiveAsync(control => control.TransferAsync(line.Call, Forms[form].Request, Cancelled));

        line.Sent.Should().Be(Forms[form].Command);
        transfer.Completion.IsCompleted.Should().BeFalse();
        await FluentActions.Awaiting(() => transfer.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>();
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task Transfer_OfWhatTheVendorCannotCall_IsRefusedByTheFieldsNames(string wrong)
    {
        await using var line = Line.Ring();

        (await line.RefusalAsync(control => control.TransferAsync(line.Call, Wrong[wrong].Request, Cancelled))).Distinct().Should().BeEquivalentTo(Wrong[wrong].Fields);
    }

    [Theory]
    [InlineData("NOANSWER", "", "NOANSWER")]
    [InlineData("", "FORBIDDEN", "FORBIDDEN")]
    public async Task Transfer_ToNobody_FailsAndTheCallGoesOn(string result, string error, string code)
    {
        await using var line = Line.Ring();
        var transfer = await line.GiveAsync(control => control.TransferAsync(line.Call, Plain, Cancelled));
        line.Done(result, error);

        var outcome = await transfer.Completion.Soon();
        (outcome.End, outcome.Failure!.Code).Should().Be((OperationEnd.Failed, code));
        (await line.Vendor.Events.WaitForAsync<TransferFailed>()).Operation.Should().Be(transfer.Id);
        line.IsAsking.Should().BeTrue();
        await transfer.StopAsync(Cancelled);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NOANSWER")]
    [InlineData("ANSWER")]
    public async Task Transfer_AtTheEndOfTheCall_EndsWithItAndClaimsNothing(string result)
    {
        await using var line = Line.Ring();
        var transfer = await line.GiveAsync(control => control.TransferAsync(line.Call, Plain, Cancelled));

        await line.HangUpAsync(result);

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        (await line.Vendor.Events.OfAsync(line.Call)).Should().NotContain(each => each is TransferFailed || each is TransferCompleted);
    }
}
