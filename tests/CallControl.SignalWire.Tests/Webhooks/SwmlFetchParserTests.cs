using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

public sealed class SwmlFetchParserTests
{
    private const string Call = "3c5b0d1e-6a72-4f0d-9b1e-2f4a6c8d0e11";

    [Fact]
    public void TryParse_EveryMember_IsRead()
    {
        var bytes = Read("full");
        var body = JsonNode.Parse(bytes)!.AsObject();

        var value = Parse(bytes);
        bytes.AsSpan().Fill((byte)'x');

        EventExpectation.ShouldMatch(value, body, EventList.FetchFields);
        body.Select(member => member.Key).Should().BeEquivalentTo("call", "vars", "envs", "params");
        body["call"]!.AsObject().Select(member => member.Key).Should().BeEquivalentTo(EventList.FieldsOf(EventList.FetchFields[0]).Select(field => (string)field["name"]!));
        value.Call.Should().Be(new CallId(Call));
        value.Vars!.Value.GetProperty("order").GetInt32().Should().Be(12);
        value.Envs!.Value.GetProperty("shop").GetString().Should().Be("north");
        value.Params!.Value.GetProperty("step").GetString().Should().Be("two");
        value.Problem.Should().BeNull();
        value.ExtensionData.Should().BeNull();
    }

    [Fact]
    public void TryParse_CallThatComesIn_IsRead()
    {
        var value = Parse(Read("inbound-phone"));

        value.Call.Should().Be(new CallId(Call));
        value.Leg!.CallState.Should().Be(SignalWireCallState.Created);
        value.Leg.Direction.Should().Be(CallEventDirection.Inbound);
        value.Leg.Type.Should().Be(CallDeviceType.Phone);
        value.Leg.From.Should().Be("+15550100001");
        value.Leg.To.Should().Be("+15550100002");
        value.Leg.Headers.Should().BeEmpty();
        value.Leg.Parent.Should().BeNull();
        value.Params!.Value.EnumerateObject().Should().BeEmpty();
        value.Id.Should().BeNull();
    }

    [Fact]
    public void TryParse_ScriptThatWentOver_IsReadWithWhatItHandedOver()
    {
        var value = Parse(Read("transferred"));

        value.Leg!.CallState.Should().Be(SignalWireCallState.Answered);
        value.Params!.Value.GetProperty("from").GetString().Should().Be("answered");
        value.ExtensionData!.Keys.Should().Equal("new_member");
    }

    [Fact]
    public void TryParse_MemberOfAnotherType_KeepsTheLegAndSaysWhere()
    {
        var value = Parse(Read("headers-object"));

        value.Problem.Should().Be("A member of the request has another type than documented, at $.call.headers.");
        value.Call.Should().Be(new CallId(Call));
        value.Leg!.CallState.Should().Be(SignalWireCallState.Created);
        value.Leg.Direction.Should().Be(CallEventDirection.Inbound);
        value.Leg.Type.Should().Be(CallDeviceType.Phone);
        value.Leg.From.Should().Be("+15550100001");
        value.Leg.ToNumber.Should().Be("+15550100002");
        value.Leg.SpaceId.Should().Be("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
        value.Vars!.Value.EnumerateObject().Should().BeEmpty();
        value.Envs.Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"call":null,"vars":null,"envs":null,"params":null}""")]
    [InlineData("""{"call":{}}""")]
    [InlineData("""{"call":{"call_id":" ","headers":null}}""")]
    public void TryParse_NoLeg_IsARequestAllTheSame(string body)
    {
        var value = Parse(Encoding.UTF8.GetBytes(body));

        value.Call.Should().Be(default(CallId));
        value.Problem.Should().BeNull();
        value.Params.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"call":[]}""", "$.call")]
    [InlineData("""{"call":"x"}""", "$.call")]
    [InlineData("""{"call":{"call_id":["x"],"from":7}}""", "$.call.call_id")]
    public void TryParse_LegOfAnotherType_SaysWhere(string body, string place)
    {
        var value = Parse(Encoding.UTF8.GetBytes(body));

        value.Problem.Should().Be($"A member of the request has another type than documented, at {place}.");
        value.Call.Should().Be(default(CallId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"call\":{}")]
    [InlineData("{\"call\":{}}{}")]
    public void TryParse_NotAnObject_IsRefused(string body)
    {
        SwmlFetchParser.TryParse(Encoding.UTF8.GetBytes(body), out var value, out var problem).Should().BeFalse();

        value.Should().BeNull();
        problem.Should().StartWith("The body is not");
    }

    [Fact]
    public void TryParse_ByteOrderMark_IsPassedOver() => Parse([0xEF, 0xBB, 0xBF, .. Read("full")]).Call.Should().Be(new CallId(Call));

    [Fact]
    public void ToString_OfARequest_ShowsNothingOfIt()
    {
        var value = Parse(Read("full"));

        value.ToString().Should().Be("SwmlFetchEvent");
        value.Leg!.ToString().Should().Be("SwmlCall");
        value.Leg.SipData!.ToString().Should().Be("CallSipData");
    }

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "fetch", name + ".json"));

    private static SwmlFetchEvent Parse(byte[] body)
    {
        SwmlFetchParser.TryParse(body, out var value, out var problem).Should().BeTrue("of '{0}'", problem);
        problem.Should().BeNull();
        return value!;
    }
}
