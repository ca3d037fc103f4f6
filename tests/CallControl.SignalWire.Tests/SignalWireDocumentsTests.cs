using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>The documents that the adapter has the vendor run are valid, and do what they are for.</summary>
public sealed class SignalWireDocumentsTests
{
    private const string Version = "1.0.0";

    private static readonly SignalWireAddresses Addresses = new("signalwire-1", () => new Uri("https://ivr.example.com/calls"));
    private static readonly Uri Status = new("https://ivr.example.com/calls/signalwire-1/status");

    private static Dictionary<string, (SwmlDocument Document, string Steps)> All { get; } = new()
    {
        ["keep-alive"] = (SignalWireDocuments.KeepAlive, """[{"sleep": -1}]"""),
        ["fallback"] = (SignalWireDocuments.Fallback, """[{"hangup": {"reason": "busy"}}]"""),
        ["answer"] = (
            SignalWireDocuments.Answer(new SwmlAnswer(), Addresses),
            """[{"answer": {}}, {"transfer": {"dest": "https://ivr.example.com/calls/signalwire-1/swml/answered"}}]"""),
        ["reject"] = (SignalWireDocuments.HangUp(new SwmlHangup(SwmlHangupReason.Decline)), """[{"hangup": {"reason": "decline"}}]"""),
        ["connect"] = (
            SignalWireDocuments.Connect(new SwmlConnect("+15550100777")),
            """
            [
              {"connect": {"to": "+15550100777"}},
              {"switch": {"variable": "connect_result", "case": {"connected": [{"hangup": {}}]}, "default": [{"sleep": -1}]}}
            ]
            """),
        ["conference"] = (SignalWireDocuments.Conference(new SwmlJoinConference("room"), isKept: true), """[{"join_conference": {"name": "room"}}, {"sleep": -1}]"""),
        ["conference that ends the call"] = (
            SignalWireDocuments.Conference(new SwmlJoinConference("room"), isKept: false), """[{"join_conference": {"name": "room"}}, {"hangup": {}}]"""),
        ["dialled"] = (SignalWireDocuments.Dialled(null), """[{"sleep": -1}]"""),
        ["dialled with detection"] = (
            SignalWireDocuments.Dialled(new SwmlDetectMachine { StatusUrl = Status, Wait = false }),
            """[{"detect_machine": {"status_url": "https://ivr.example.com/calls/signalwire-1/status", "wait": false}}, {"sleep": -1}]"""),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_IsWhatTheVendorTakes(string name)
    {
        var (document, steps) = All[name];
        var json = JsonNode.Parse(document.ToUtf8Json())!.AsObject();

        document.FindViolations().Should().BeEmpty();
        ((string?)json["version"]).Should().Be(Version);
        JsonNode.DeepEquals(json["sections"]!["main"], JsonNode.Parse(steps)).Should().BeTrue("of {0}", json.ToJsonString());
        json["sections"]!.AsObject().Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_DoesNotRunOut(string name)
    {
        // What becomes of a call whose document ends is not documented.
        var last = All[name].Document.Main[^1];

        (last is SwmlSleep { Milliseconds: -1 } or SwmlHangup or SwmlTransfer or SwmlSwitch).Should().BeTrue("the last step is {0}", last.Name);
    }

    [Theory]
    [InlineData("status", true, null)]
    [InlineData("", true, null)]
    [InlineData("status/op-1", true, "op-1")]
    [InlineData("status/with space", true, "with space")]
    [InlineData("status/", false, null)]
    [InlineData("status/ ", false, null)]
    [InlineData("statuses", false, null)]
    [InlineData("swml", false, null)]
    public void TryReadStatus_Path_TellsTheOperation(string path, bool isReports, string? operation)
    {
        SignalWireAddresses.TryReadStatus(path, out var found).Should().Be(isReports);

        found?.Value.Should().Be(operation);
        (found is null).Should().Be(operation is null);
    }

    [Fact]
    public void Addresses_AreBelowTheAccountsOwn()
    {
        Addresses.Status.Should().Be(Status);
        Addresses.StatusOf(new OperationId("op-1")).OriginalString.Should().Be("https://ivr.example.com/calls/signalwire-1/status/op-1");
        Addresses.StatusOf(new OperationId("a b/ü")).OriginalString.Should().Be("https://ivr.example.com/calls/signalwire-1/status/a%20b%2F%C3%BC");
        Addresses.Answered.Should().Be("https://ivr.example.com/calls/signalwire-1/swml/answered");
    }

    [Fact]
    public void Addresses_AreAskedForEachTime()
    {
        Uri? url = null;
        var addresses = new SignalWireAddresses("north", () => url);
        FluentActions.Invoking(() => addresses.Status).Should().Throw<InvalidOperationException>().WithMessage("*PublicBaseUrl is not set*'north'*");

        url = new Uri("http://127.0.0.1:5000");

        addresses.Status.OriginalString.Should().Be("http://127.0.0.1:5000/north/status");
    }
}
