using System.Text.Json;

namespace CallControl.Testing.Tests.SignalWire;

public sealed class CallLogTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Log_OfACall_TellsItsStatus()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Advance(2000);
        await caller.HangUpAsync(Token);

        var log = await GetAsync(signalWire, $"/api/voice/logs/{caller.SessionId}");

        log.GetProperty("id").GetString().Should().Be(caller.SessionId);
        log.GetProperty("status").GetString().Should().Be("completed");
        log.GetProperty("duration").GetInt32().Should().Be(2);
        (await signalWire.SendAsync(HttpMethod.Get, "/api/voice/logs/nothing")).Status.Should().Be(404);
        (await signalWire.SendAsync(HttpMethod.Get, $"/api/voice/logs/{caller.SessionId}", credentials: "a:b")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Log_OfACallMadeByADocument_NamesItsParent()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync("""[{"connect":{"to":"+15550100003"}}]""");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);

        var log = await GetAsync(signalWire, $"/api/voice/logs/{callee.SessionId}");

        log.GetProperty("direction").GetString().Should().Be("outbound-dial");
        log.GetProperty("parent_id").GetString().Should().Be(caller.SessionId);
    }

    [Fact]
    public async Task Log_OfADeviceLeg_HasNoStatus()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync(from: "/private/alice");

        var log = await GetAsync(signalWire, $"/api/voice/logs/{caller.SessionId}");

        log.GetProperty("type").GetString().Should().Be("fabric_subscriber_device_leg");
        log.GetProperty("status").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Events_OfACall_HaveTheDocumentedShape()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var began = signalWire.Clock.GetUtcNow();
        var caller = await signalWire.AnsweredCallAsync();
        await caller.HangUpAsync(Token);

        var answer = await GetAsync(signalWire, $"/api/voice/logs/{caller.SessionId}/events");

        answer.EnumerateObject().Select(member => member.Name).Should().Equal("data");
        var events = answer.GetProperty("data").EnumerateArray().ToArray();
        events.Select(entry => entry.GetProperty("name").GetString()).Should().Equal(
            "calling_call_initiated", "calling_call_ringing", "calling_call_answered", "calling_call_ending", "calling_call_ended");
        events[0].EnumerateObject().Select(member => member.Name).Should().Equal("event_at", "level", "name", "details", "project_id", "log_id");
        events[0].GetProperty("event_at").GetDateTimeOffset().Should().Be(began);
        events[0].GetProperty("level").GetString().Should().Be("info");
        events[0].GetProperty("details").EnumerateObject().Should().BeEmpty();
        events[0].GetProperty("project_id").GetString().Should().Be(signalWire.Options.ProjectId);
        events[0].GetProperty("log_id").GetString().Should().Be(caller.SessionId);
    }

    [Fact]
    public async Task Events_OfACallThatFailed_TellTheError()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync("""["dance"]""");
        await caller.WaitForEndAsync(Token);

        var events = (await GetAsync(signalWire, $"/api/voice/logs/{caller.SessionId}/events")).GetProperty("data");

        var last = events[events.GetArrayLength() - 1];
        (last.GetProperty("level").GetString(), last.GetProperty("name").GetString()).Should().Be(("error", "calling_call_failed"));
    }

    [Fact]
    public async Task Links_OfAPage_AreWholeAddressesThatKeepTheFilter()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var first = await signalWire.AnsweredCallAsync();
        signalWire.Advance(1000);
        var second = await signalWire.AnsweredCallAsync();

        var page = await GetAsync(signalWire, "/api/voice/logs?page_size=1&created_after=2000-01-01");
        var next = await GetAsync(signalWire, LinkOf(page, "next")!);
        var again = await GetAsync(signalWire, LinkOf(next, "prev")!);

        LinkOf(page, "first").Should().Be($"{signalWire.Emulator.BaseAddress}api/voice/logs?page_number=0&page_size=1&created_after=2000-01-01");
        LinkOf(page, "self").Should().Be(LinkOf(page, "first"));
        LinkOf(page, "prev").Should().BeNull();
        LinkOf(next, "next").Should().BeNull();
        LinkOf(next, "self").Should().StartWith(signalWire.Emulator.BaseAddress.AbsoluteUri).And.Contain("created_after=2000-01-01");
        IdsOf(page).Should().Equal(second.SessionId);
        IdsOf(next).Should().Equal(first.SessionId);
        IdsOf(again).Should().Equal(second.SessionId);
    }

    [Theory]
    [InlineData("", "new", "old")]
    [InlineData("created_before=TODAY", "old")]
    [InlineData("created_on=TODAY", "new")]
    [InlineData("created_on=YESTERDAY", "old")]
    [InlineData("created_after=YESTERDAY", "new")]
    [InlineData("created_after=TODAY")]
    [InlineData("created_before=TODAY&created_after=YESTERDAY")]
    [InlineData("include_deleted=true", "new", "old")]
    public async Task Filter_OfDays_ListsThoseCalls(string query, params string[] expected)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var yesterday = signalWire.Clock.GetUtcNow();
        var names = new Dictionary<string, string> { [(await signalWire.AnsweredCallAsync()).SessionId] = "old" };
        signalWire.Clock.Advance(TimeSpan.FromDays(1));
        names[(await signalWire.AnsweredCallAsync()).SessionId] = "new";

        var page = await GetAsync(signalWire, "/api/voice/logs?" + query
            .Replace("YESTERDAY", $"{yesterday:yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("TODAY", $"{yesterday.AddDays(1):yyyy-MM-dd}", StringComparison.Ordinal));

        IdsOf(page).Select(id => names[id]).Should().Equal(expected);
    }

    [Theory]
    [InlineData("created_on=today", "created_on")]
    [InlineData("created_before=2026-13-01", "created_before")]
    [InlineData("include_deleted=maybe", "include_deleted")]
    [InlineData("page_size=0", "page_size")]
    [InlineData("page_size=1001", "page_size")]
    [InlineData("page_size=many", "page_size")]
    [InlineData("page_number=-1", "page_number")]
    [InlineData("page_number=1", "page_token")]
    [InlineData("page_number=1&page_token=made-up", "page_token")]
    public async Task Query_OutsideOfItsRule_IsNamed(string query, string attribute)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var answer = await signalWire.SendAsync(HttpMethod.Get, $"/api/voice/logs?{query}");

        (answer.Status, answer.Attribute).Should().Be((422, attribute));
    }

    private static async Task<JsonElement> GetAsync(SignalWireHarness signalWire, string path)
    {
        var answer = await signalWire.SendAsync(HttpMethod.Get, path);
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json;
    }

    private static string? LinkOf(JsonElement page, string name) =>
        page.GetProperty("links").TryGetProperty(name, out var link) ? link.GetString() : null;

    private static IEnumerable<string> IdsOf(JsonElement page) =>
        page.GetProperty("data").EnumerateArray().Select(log => log.GetProperty("id").GetString()!);
}
