using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

public sealed class CommandJsonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Fixtures => [.. CommandList.Fixtures];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Command_OfEveryFixture_IsSentAsTheVendorHasIt(string fixture)
    {
        using var signalWire = new CallingHarness();
        var command = CommandSamples.All[fixture];

        var leg = await CommandSamples.SendAsync(signalWire.Client, CallingHarness.Call, command, Token);

        var expected = CommandList.Body(fixture);
        JsonNode.DeepEquals(JsonNode.Parse(signalWire.Request.Body!), expected).Should().BeTrue("{0} should be {1}", signalWire.Request.Body, expected.ToJsonString());
        signalWire.Request.Method.Should().Be(HttpMethod.Post);
        signalWire.Request.Url.Should().Be("https://example.signalwire.com/api/calling/calls");
        signalWire.Request.ContentType.Should().Be("application/json");
        leg.Id.Should().Be(CallingHarness.Call);
        leg.ControlId?.Value.Should().Be((string?)expected["params"]!["control_id"]);
        leg.ControlId.HasValue.Should().Be(expected["params"]!.AsObject().ContainsKey("control_id"));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void CallId_OfEveryFixture_IsWhereTheListSays(string fixture)
    {
        var body = CommandList.Body(fixture);
        var place = CommandList.Commands[(string)body["command"]!].GetProperty("id").GetString();

        body.ContainsKey("id").Should().Be(place == "top");
        body["params"]!.AsObject().ContainsKey("id").Should().Be(place == "params");
    }

    [Fact]
    public void Text_OfEveryCommandAndPart_IsItsKindOnly()
    {
        foreach (var command in CommandSamples.All.Values)
            command.ToString().Should().Be(command.GetType().Name);

        new SipReferDevice { To = "sip:bob@pbx.example.com", Password = "secret" }.ToString().Should().Be("SipReferDevice");
        LiveTranscribeAction.Stop.ToString().Should().Be("LiveTranscribeAction");
    }

    [Fact]
    public void ControlId_OfANewOperation_IsANewUuid()
    {
        var one = new TranscribeCommand();
        var other = new TranscribeCommand();

        Guid.TryParse(one.ControlId.Value, out _).Should().BeTrue();
        other.ControlId.Should().NotBe(one.ControlId);
        (one with { StatusUrl = CommandSamples.Status }).ControlId.Should().Be(one.ControlId);
    }

    [Fact]
    public async Task Record_OfTheWholeCall_SaysWhatTheVendorWouldNotDo()
    {
        using var signalWire = new CallingHarness();

        await signalWire.Client.RecordAsync(CallingHarness.Call, new RecordCommand { Audio = RecordAudio.WholeCall }, Token);

        JsonNode.Parse(signalWire.Request.Body!)!["params"]!["record"]!.ToJsonString().Should()
            .Be("""{"audio":{"direction":"both","initial_timeout":0,"end_silence_timeout":0,"terminators":""}}""");
    }

    [Fact]
    public async Task Record_WithTheDefaults_SendsAnEmptyObject()
    {
        using var signalWire = new CallingHarness();

        await signalWire.Client.RecordAsync(CallingHarness.Call, new RecordCommand(), Token);

        JsonNode.Parse(signalWire.Request.Body!)!["params"]!["record"]!.ToJsonString().Should().Be("""{"audio":{}}""");
    }
}
