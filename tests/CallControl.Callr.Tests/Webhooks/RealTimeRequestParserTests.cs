using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

public sealed class RealTimeRequestParserTests
{
    public static TheoryData<string> Names => [.. RequestFixture.Names];

    public static TheoryData<string> Expected => [.. RequestSamples.All.Keys];

    public static TheoryData<string, string, bool> Statuses => new()
    {
        { "status/incoming-call", "INCOMING_CALL", false },
        { "status/up", "UP", false },
        { "status/hangup", "HANGUP", true },
        { "status/noanswer", "NOANSWER", true },
        { "status/busy", "BUSY", true },
        { "status/congestion", "CONGESTION", true },
        { "status/rejected", "REJECTED", true },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OfEveryFile_NamesTheCall(string name) => RequestFixture.Parse(name).Call.Should().NotBe(default(CallId));

    [Theory]
    [MemberData(nameof(Expected))]
    public void TryParse_OfFirstAndRaggedRequests_ReadsWhatCanBeRead(string name)
    {
        var request = RequestFixture.Parse(name);
        var expected = RequestSamples.All[name];

        request.Should().BeEquivalentTo(expected, options => options.Excluding(each => each.Variables).Excluding(each => each.Others).ComparingRecordsByMembers());
        JsonNode.DeepEquals(request.Variables, expected.Variables).Should().BeTrue("{0}", request.Variables.ToJsonString());
        (request.Others?.Keys ?? []).Should().BeEquivalentTo(expected.Others?.Keys ?? []);
    }

    [Fact]
    public void Files_OfFirstAndRaggedRequests_AllHaveWhatIsExpected() =>
        RequestFixture.NamesIn("first").Concat(RequestFixture.NamesIn("ragged")).Should().BeEquivalentTo(RequestSamples.All.Keys);

    [Theory]
    [MemberData(nameof(Statuses))]
    public void TryParse_OfEachStatus_TellsWhetherTheCallIsOver(string name, string status, bool isTerminal)
    {
        var request = RequestFixture.Parse(name);

        request.Status.Value.Should().Be(status);
        request.IsTerminal.Should().Be(isTerminal);
    }

    [Fact]
    public void Files_OfStatuses_AreTheSeven() => RequestFixture.NamesIn("status").Should().BeEquivalentTo(Statuses.Select(row => row.Data.Item1));

    [Fact]
    public void TryParse_OfInboundAndOutboundCalls_TellsThemApart()
    {
        RequestFixture.Parse("first/inbound").Should().Match<RealTimeRequest>(request => request.IsInbound && request.IsFirst && request.Call == new CallId("421889"));
        RequestFixture.Parse("first/outbound").Should().Match<RealTimeRequest>(request => !request.IsInbound && request.IsFirst && request.Call == new CallId("4260XMAQ"));
        RequestFixture.Parse("play/played").IsFirst.Should().BeFalse();
    }

    [Fact]
    public void TryParse_OfTheSampleOfTheReference_ReadsAllOfIt()
    {
        var request = RequestFixture.Parse("""
            {
            "app":"4346423A","callid":421889,"request_hash":"4260XMAQ","cli_name":"","cli_number":"","date_started":"2012-01-09 17:27:55","number":"+33612345678",
            "command":"","command_id":0,"command_result":"","command_error":"","call_status":"UP","cdr_field":"000CUSTOMFIELD42","variables":{}
            }
            """u8.ToArray());

        request.Should().BeEquivalentTo(
            new RealTimeRequest
            {
                App = "4346423A",
                VendorCallId = 421_889,
                RequestHash = "4260XMAQ",
                StartedAt = new DateTimeOffset(2012, 1, 9, 17, 27, 55, TimeSpan.Zero),
                Number = "+33612345678",
                CommandId = "0",
                Status = RealTimeCallStatus.Up,
                CdrField = "000CUSTOMFIELD42",
            },
            options => options.Excluding(each => each.Variables).ComparingRecordsByMembers());
        request.Variables.Should().BeEmpty();
        request.Others.Should().BeNull();
    }

    [Theory]
    [InlineData("421889", 421_889)]
    [InlineData("\"421889\"", 421_889)]
    [InlineData("\"0421889\"", 421_889)]
    [InlineData("0", 0)]
    [InlineData("-1", 0)]
    [InlineData("\"-1\"", 0)]
    [InlineData("1.5", 0)]
    [InlineData("1e999", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("\" 421889\"", 0)]
    [InlineData("\"421,889\"", 0)]
    [InlineData("\"abc\"", 0)]
    [InlineData("\"\\ud83d\"", 0)]
    [InlineData("\"18446744073709551616\"", 0)]
    [InlineData("true", 0)]
    [InlineData("null", 0)]
    [InlineData("[421889]", 0)]
    [InlineData("{\"id\":421889}", 0)]
    public void TryParse_OfAnyCallNumber_ReadsItOrNone(string json, ulong expected) => With("callid", json).VendorCallId.Should().Be(expected);

    [Theory]
    [InlineData("\"4260XMAQ\"", "4260XMAQ")]
    [InlineData("42604260", "42604260")]
    [InlineData("null", null)]
    [InlineData("false", null)]
    [InlineData("true", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"  \"", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    public void TryParse_OfAnyRequestHash_ReadsItOrNone(string json, string? expected)
    {
        var request = RequestFixture.Parse(Encoding.UTF8.GetBytes($$"""{"callid": 421889, "request_hash": {{json}}}"""));

        request.RequestHash.Should().Be(expected);
        request.IsInbound.Should().Be(expected is null);
    }

    [Theory]
    [InlineData("3", "3")]
    [InlineData("\"3\"", "3")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("\"main_menu\"", "main_menu")]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    [InlineData("[1]", "")]
    public void TryParse_OfAnyCommandId_KeepsItsText(string json, string expected) => With("command_id", json).CommandId.Should().Be(expected);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("\"0\"", "0")]
    [InlineData("\"345\"", "345")]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    public void TryParse_OfAnyResult_KeepsItsText(string json, string expected) => With("command_result", json).CommandResult.Should().Be(expected);

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("false", "")]
    [InlineData("\"0\"", "0")]
    [InlineData("\"oops\"", "oops")]
    public void TryParse_OfAnyError_KeepsItsText(string json, string expected) => With("command_error", json).CommandError.Should().Be(expected);

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("[]", "{}")]
    [InlineData("null", "{}")]
    [InlineData("\"\"", "{}")]
    [InlineData("0", "{}")]
    [InlineData("false", "{}")]
    [InlineData("[1]", "{}")]
    [InlineData("{\"a\":{\"b\":[1,\"x\",null,true,1.50]}}", "{\"a\":{\"b\":[1,\"x\",null,true,1.50]}}")]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}")]
    [InlineData("{\"a\":{\"b\":1,\"b\":2}}", "{\"a\":{\"b\":2}}")]
    public void TryParse_OfAnyVariables_ReadsAnObject(string json, string expected) => With("variables", json).Variables.ToJsonString().Should().Be(expected);

    [Theory]
    [InlineData("\"2012-01-09 17:27:55\"", true)]
    [InlineData("\"2012-01-09T17:27:55Z\"", true)]
    [InlineData("\"0000-00-00 00:00:00\"", false)]
    [InlineData("\"2012-02-30 17:27:55\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("1326130075", false)]
    [InlineData("null", false)]
    [InlineData("{}", false)]
    public void TryParse_OfAnyDate_ReadsItInUtcOrNone(string json, bool isRead) =>
        With("date_started", json).StartedAt.Should().Be(isRead ? new DateTimeOffset(2012, 1, 9, 17, 27, 55, TimeSpan.Zero) : null);

    [Fact]
    public void TryParse_OfWhatItDoesNotUnderstand_KeepsIt()
    {
        var request = RequestFixture.Parse("""{"request_hash": "4260XMAQ", "callid": "x1", "sip": {"a": 1}, "date_started": "soon", "variables": [1]}"""u8.ToArray());

        request.Others!.ToDictionary(other => other.Key, other => other.Value.GetRawText()).Should().BeEquivalentTo(
            new Dictionary<string, string> { ["callid"] = "\"x1\"", ["sip"] = """{"a": 1}""", ["date_started"] = "\"soon\"", ["variables"] = "[1]" });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("421889")]
    [InlineData("\"421889\"")]
    [InlineData("[]")]
    [InlineData("[{\"callid\": 421889}]")]
    [InlineData("{\"callid\": 421889")]
    [InlineData("{\"callid\": 421889}}")]
    [InlineData("{\"callid\": 421889} {}")]
    [InlineData("{\"callid\": 421889,}")]
    [InlineData("{'callid': 421889}")]
    [InlineData("callid=421889")]
    public void TryParse_OfWhatIsNoObject_IsRefused(string body)
    {
        RealTimeRequestParser.TryParse(Encoding.UTF8.GetBytes(body), out var request, out var problem).Should().BeFalse();

        request.Should().BeNull();
        problem.Should().Be("The body is not a JSON object, or is nested deeper than 64 levels.");
    }

    [Fact]
    public void TryParse_OfWhatIsNestedTooDeep_IsRefused()
    {
        RealTimeRequestParser.TryParse(Nested(64), out var request, out _).Should().BeTrue();
        RealTimeRequestParser.TryParse(Nested(65), out _, out var problem).Should().BeFalse();

        new RealTimeResponse { Command = new HangupCommand(), CommandId = 1, Variables = request!.Variables }.ToUtf8Json().Should().NotBeEmpty();
        problem.Should().Contain("64 levels");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"callid\": 0, \"request_hash\": null, \"number\": \"+33199000001\"}")]
    [InlineData("{\"callid\": \"x\", \"request_hash\": false, \"cli_number\": \"+33639980007\"}")]
    [InlineData("{\"callid\": null, \"request_hash\": \" \"}")]
    public void TryParse_WithoutACall_IsRefusedWithoutANumber(string body)
    {
        RealTimeRequestParser.TryParse(Encoding.UTF8.GetBytes(body), out var request, out var problem).Should().BeFalse();

        request.Should().BeNull();
        problem.Should().Be("The request names no call: it has neither callid nor request_hash.");
    }

    [Fact]
    public void Request_AfterItsBytesAreGone_IsStillWhole()
    {
        var bytes = RequestFixture.Read("ragged/new-members");
        var request = RequestFixture.Parse(bytes);

        bytes.AsSpan().Fill((byte)'x');

        request.Others!["quality"].GetProperty("mos").GetDouble().Should().Be(4.2);
        request.Variables.ToJsonString().Should().Be("""{"step":"menu"}""");
    }

    [Fact]
    public void Text_OfARequest_HasNoNumberAndNoResult() =>
        RequestFixture.Parse("interrupted/read").ToString().Should().Be("RealTimeRequest { Call = 421889, Command = read, Status = HANGUP }");

    private static RealTimeRequest With(string member, string json) =>
        RequestFixture.Parse(Encoding.UTF8.GetBytes($$"""{"request_hash": "4260XMAQ", "{{member}}": {{json}}}"""));

    // The body is the first level, the variables are the second.
    private static byte[] Nested(int levels) =>
        Encoding.UTF8.GetBytes("{\"callid\": 1, \"variables\": {\"a\": " + new string('[', levels - 2) + new string(']', levels - 2) + "}}");
}
