using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What is read back of calls.</summary>
internal static class LogCalls
{
    private const string NextPage = "page_token=PA2fa20774-64a1-41d3-a88a-1c61f563d0e7%2B%3D";

    private static readonly DateTimeOffset Created = new(2026, 5, 6, 12, 20, 0, TimeSpan.Zero);

    private static readonly CallLogQuery TwoAPage = new()
    {
        CreatedBefore = new DateOnly(2026, 5, 8),
        CreatedOn = new DateOnly(2026, 5, 6),
        CreatedAfter = new DateOnly(2026, 5, 1),
        IncludeDeleted = true,
        PageSize = 2,
    };

    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<SignalWireRun> All { get; } =
    [
        Log("success", OfSip),
        Log("device", OfDevice),
        Log("deleted", Deleted),
        Events("success", page: 0, (events, scope) =>
        {
            events.Links.Should().BeNull();
            CheckEvents(events, scope, Initiated, Failed);
        }),
        Events("paged", page: 0, (events, scope) =>
        {
            CheckLinks(events.Links, $"{scope.SpaceUrl}api/voice/logs/{scope.CallId}/events", next: "?page_number=1&page_size=50&" + NextPage);
            CheckEvents(events, scope, Initiated);
        }),
        Events("next", page: 1, (events, scope) =>
        {
            CheckLinks(events.Links, $"{scope.SpaceUrl}api/voice/logs/{scope.CallId}/events", next: null);
            CheckEvents(events, scope, Failed);
        }) with { After = "paged" },
        Logs("success", TwoAPage, page: 0, "?page_number=1&page_size=2&" + NextPage, OfSip, Deleted),
        Logs("next", TwoAPage, page: 1, next: null, OfDevice) with { After = "success" },
        Logs("minimal", query: null, page: 0, next: null),
    ];

    private static SignalWireRun Log(string @case, Func<SignalWireScope, SignalWireCallLog> expected) => new(
        "get_log",
        @case,
        async (client, scope, cancellation) => await client.GetCallLogAsync(scope.Call, cancellation),
        (answer, scope, _) => answer.Should().BeEquivalentTo(expected(scope)));

    private static SignalWireRun Events(string @case, int page, Action<SignalWireCallLogEventsPage, SignalWireScope> check) => new(
        "list_log_events",
        @case,
        async (client, scope, cancellation) => await client.ListCallLogEventsAsync(scope.Call, cancellation).ElementAtAsync(page, cancellation),
        (answer, scope, _) => check((SignalWireCallLogEventsPage)answer, scope));

    private static SignalWireRun Logs(string @case, CallLogQuery? query, int page, string? next, params Func<SignalWireScope, SignalWireCallLog>[] expected) => new(
        "list_logs",
        @case,
        async (client, _, cancellation) => await client.ListCallLogsAsync(query, cancellation).ElementAtAsync(page, cancellation),
        (answer, scope, _) =>
        {
            var logs = (SignalWireCallLogsPage)answer;
            logs.Logs.Should().BeEquivalentTo(expected.Select(log => log(scope)), options => options.WithStrictOrdering());
            if (@case == "minimal")
                logs.Links!.Previous.Should().BeNull();
            else
                CheckLinks(logs.Links, $"{scope.SpaceUrl}api/voice/logs", next);
        });

    private static void CheckLinks(SignalWirePageLinks? links, string address, string? next)
    {
        links!.Self.Should().Be(address);
        links.First.Should().Be(address);
        links.Next.Should().Be(next is null ? null : address + next);
        links.Previous.Should().Be(next is null ? address : null);
    }

    private static void CheckEvents(SignalWireCallLogEventsPage page, SignalWireScope scope, params Func<SignalWireScope, (SignalWireCallLogEvent Event, string Details)>[] expected)
    {
        var events = expected.Select(one => one(scope)).ToList();
        page.Events.Should().BeEquivalentTo(events.Select(one => one.Event), options => options.WithStrictOrdering().Excluding(one => one.Details));
        page.Events.Select(one => one.Details!.Value.GetRawText()).Should().Equal(events.Select(one => one.Details));
    }

    private static (SignalWireCallLogEvent Event, string Details) Initiated(SignalWireScope scope) =>
        (new()
        {
            OccurredAt = Created,
            Level = CallLogEventLevel.Info,
            Name = "calling_call_initiated",
            ProjectId = scope.ProjectId,
            LogId = scope.CallId,
        }, "{}");

    private static (SignalWireCallLogEvent Event, string Details) Failed(SignalWireScope scope) =>
        (new()
        {
            OccurredAt = Created + TimeSpan.FromSeconds(30),
            Level = CallLogEventLevel.Error,
            Name = "calling_call_failed",
            ProjectId = scope.ProjectId,
            LogId = scope.CallId,
        }, """{"code":487,"reason":{"text":"no answer"}}""");

    private static SignalWireCallLog OfSip(SignalWireScope scope) => new()
    {
        Id = scope.Call,
        From = "+15550100",
        To = "sip:bob@pbx.example.com",
        Direction = CallLegDirection.OutboundDial,
        Status = CallLogStatus.NoAnswer,
        Source = "realtime_api",
        Type = CallLegType.Sip,
        Charge = 0.121176m,
        ChargeDetails = [new() { Description = "Text to Speech", Charge = 0.121176m }],
        CreatedAt = Created,
        Duration = TimeSpan.FromSeconds(9),
        PreciseDuration = TimeSpan.FromMilliseconds(9638),
        BilledDuration = TimeSpan.FromMinutes(1),
        ParentId = scope.OtherCallId,
    };

    private static SignalWireCallLog OfDevice(SignalWireScope scope) => new()
    {
        Id = scope.Call,
        From = "+15550100",
        To = "/private/reception",
        Direction = CallLegDirection.Inbound,
        Source = "realtime_api",
        Type = CallLegType.FabricDevice,
        Charge = 0,
        CreatedAt = Created,
    };

    private static SignalWireCallLog Deleted(SignalWireScope scope) => new()
    {
        Id = scope.Call,
        CreatedAt = Created,
        DiscardedAt = new DateTimeOffset(2026, 5, 7, 8, 0, 0, TimeSpan.Zero),
    };
}
