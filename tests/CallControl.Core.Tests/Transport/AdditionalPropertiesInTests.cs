using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

/// <summary>Vendors that wrap their parameters in an object: additional ones go there.</summary>
public sealed class AdditionalPropertiesInTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_WithinAMember_ReplacesAndExtendsThatOnly()
    {
        var additional = new JsonObject { ["volume"] = 9, ["command"] = "inner", ["deep"] = new JsonObject { ["a"] = new JsonArray(1, null) }, ["none"] = null };
        var body = new WrappedBody { Command = "play", Parameters = new WrappedParameters { Volume = 1, Url = "u" } };

        var first = await SentAsync(body, additional, "params");
        var second = await SentAsync(body, additional, "params");

        first.Should().Be("""{"command":"play","params":{"volume":9,"url":"u","command":"inner","deep":{"a":[1,null]},"none":null}}""");
        second.Should().Be(first);
        additional.ToJsonString().Should().Be("""{"volume":9,"command":"inner","deep":{"a":[1,null]},"none":null}""");
    }

    [Fact]
    public async Task SendAsync_WithinNothing_GoesIntoTheBody()
    {
        var body = new WrappedBody { Command = "play", Parameters = new WrappedParameters { Volume = 1 } };

        (await SentAsync(body, new JsonObject { ["command"] = "stop" }, null)).Should().Be("""{"command":"stop","params":{"volume":1}}""");
        (await SentAsync(body, new JsonObject { ["params"] = new JsonObject { ["a"] = 1 } }, null)).Should().Be("""{"command":"play","params":{"a":1}}""");
    }

    [Theory]
    [InlineData("params", """{"command":"play","params":{"a":1}}""")]
    [InlineData("other", """{"command":"play","other":{"a":1}}""")]
    public async Task SendAsync_WithinAMemberThatIsAbsent_AddsIt(string within, string expected)
    {
        (await SentAsync(new WrappedBody { Command = "play" }, new JsonObject { ["a"] = 1 }, within)).Should().Be(expected);
    }

    [Fact]
    public async Task SendAsync_WithinAMemberThatIsNull_PutsAnObjectInItsPlace()
    {
        (await SentAsync(new WrappedBody { Command = "play", Nothing = JsonDocument.Parse("null").RootElement }, new JsonObject { ["a"] = 1 }, "nothing"))
            .Should().Be("""{"command":"play","nothing":{"a":1}}""");
    }

    [Fact]
    public async Task SendAsync_WithinAMemberOfNoBody_IsTheWholeBody()
    {
        (await SentAsync(null, new JsonObject { ["a"] = 1 }, "params")).Should().Be("""{"params":{"a":1}}""");
    }

    [Fact]
    public async Task SendAsync_WithoutAdditionalProperties_LeavesTheBodyAsItIs()
    {
        var body = new WrappedBody { Command = "play" };

        (await SentAsync(body, null, "params")).Should().Be("""{"command":"play"}""");
        (await SentAsync(body, [], "params")).Should().Be("""{"command":"play"}""");
        (await SentAsync(body with { Parameters = new WrappedParameters { Volume = 1 } }, [], "params")).Should().Be("""{"command":"play","params":{"volume":1}}""");
        (await SentAsync(null, [], "params")).Should().Be("no body");
    }

    [Fact]
    public async Task SendAsync_WithinAMemberThatIsNoObject_IsAnErrorThatNamesIt()
    {
        var send = () => SentAsync(new WrappedBody { Command = "play" }, new JsonObject { ["a"] = 1 }, "command");

        await send.Should().ThrowAsync<InvalidOperationException>().WithMessage("The body's 'command' is no object*");
    }

    private static async Task<string> SentAsync(WrappedBody? body, JsonObject? additional, string? within)
    {
        var sent = "no body";
        using var harness = new TransportHarness(async (request, cancellationToken) =>
        {
            if (request.Content is not null)
                sent = await request.Content.ReadAsStringAsync(cancellationToken);

            return TransportHarness.Answer(HttpStatusCode.OK, "{}");
        });
        var command = new HttpCommand<WrappedBody>
        {
            Name = "play",
            Path = "calls",
            Body = body,
            BodyType = WrappedJson.Default.WrappedBody,
            AdditionalProperties = additional,
            AdditionalPropertiesIn = within,
        };
        await harness.Transport.SendAsync(command, TransportJson.Default.Reply, Cancelled);
        return sent;
    }
}

internal sealed record WrappedBody
{
    [JsonPropertyName("command")]
    public required string Command { get; init; }

    [JsonPropertyName("params")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WrappedParameters? Parameters { get; init; }

    [JsonPropertyName("nothing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Nothing { get; init; }
}

internal sealed record WrappedParameters
{
    [JsonPropertyName("volume")]
    public required int Volume { get; init; }

    [JsonPropertyName("url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }
}

[JsonSerializable(typeof(WrappedBody))]
[JsonSerializable(typeof(WrappedParameters))]
internal sealed partial class WrappedJson : JsonSerializerContext;
