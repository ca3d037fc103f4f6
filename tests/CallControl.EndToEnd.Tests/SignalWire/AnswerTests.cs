using System.Diagnostics;
using System.Net;
using CallControl.SignalWire;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>Inbound calls wait for a document, which the flow decides.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fetch_WrongSignature_IsRefusedAndNoCallAppears()
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.WrongSignatures = _ => true;

        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: Cancelled);
        await caller.WaitForEndAsync(Cancelled);
        await world.SignalWire.WaitForIdleAsync(Cancelled);

        world.Events.All.Should().BeEmpty();
        world.Calls.Count.Should().Be(0);
        world.Log.Lines.Should().Contain(line => line.Contains("401", StringComparison.Ordinal) && line.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fetch_Unsigned_IsRefused()
    {
        await using var world = await SignalWireWorld.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler());
        using var body = new StringContent("""{"call":{"call_id":"a","call_state":"created","direction":"inbound"}}""", null, "application/json");

        using var answer = await client.PostAsync(new Uri(world.Endpoints, "swml"), body, Cancelled);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        world.Events.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Fetch_FlowNeverAnswers_GetsTheFallbackBeforeTheVendorsLimit()
    {
        var refused = new TaskCompletionSource<CallControlException>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var world = await SignalWireWorld.StartAsync(
            async (call, ended) =>
            {
                await call.Ended;
                try
                {
                    await call.Control.AnswerAsync(call.Id, new AnswerRequest(), CancellationToken.None);
                }
                catch (CallControlException exception)
                {
                    refused.TrySetResult(exception);
                }
            },
            options: new SignalWireEmulatorOptions { FetchTimeout = TimeSpan.FromSeconds(5) },
            configure: account => account.AnswerWindow = TimeSpan.FromMilliseconds(300));

        var watch = Stopwatch.StartNew();
        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: Cancelled);
        await caller.WaitForEndAsync(Cancelled);

        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(290)).And.BeLessThan(TimeSpan.FromSeconds(5));
        caller.IsAnswered.Should().BeFalse();
        caller.HangupCause.Should().Be("busy");
        (await refused.Task.WaitAsync(Cancelled)).Effect.Should().NotBe(CommandEffect.Unknown);
        world.Log.Lines.Should().Contain(line => line.Contains("fallback document", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnswerAsync_AfterTheWindow_IsRefused()
    {
        var refused = new TaskCompletionSource<CallEndedException>(TaskCreationOptions.RunContinuationsAsynchronously);
        var windowIsOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sleeping = new SwmlDocument(SwmlSleep.Forever);
        await using var world = await SignalWireWorld.StartAsync(
            async (call, ended) =>
            {
                await windowIsOver.Task.WaitAsync(ended);
                try
                {
                    await call.AnswerAsync(ended);
                }
                catch (CallEndedException exception)
                {
                    refused.TrySetResult(exception);
                    throw;
                }
            },
            configure: account =>
            {
                account.AnswerWindow = TimeSpan.FromMilliseconds(100);
                account.FallbackDocument = sleeping;
            });

        world.SignalWire.TrafficObserved += traffic =>
        {
            if (traffic.Direction == TrafficDirection.Webhook && traffic.Name.Contains("swml", StringComparison.Ordinal))
                windowIsOver.TrySetResult();
        };
        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: Cancelled);

        (await refused.Task.WaitAsync(Cancelled)).Effect.Should().Be(CommandEffect.NotSent);
        await world.SignalWire.WaitForIdleAsync(Cancelled);
        caller.HasEnded.Should().BeFalse("the fallback has the call now, and a flow that is late leaves it alone");
    }

    [Fact]
    public async Task AnswerAsync_AfterATransferHasFailed_Answers()
    {
        const string Colleague = "+15550100777";
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var world = await SignalWireWorld.StartAsync(async (call, ended) =>
        {
            try
            {
                await call.TransferAsync(Destination.Phone(Colleague), ended);
            }
            catch (OperationFailedException)
            {
                await call.AnswerAsync(ended);
                await call.PlayAsync(MediaSource.Speech("Please leave a message."), ended);
                answered.SetResult();
            }
        });
        world.SignalWire.Callees.Set(Colleague, CalleeBehavior.Busy);

        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: Cancelled);
        await answered.Task.WaitAsync(Cancelled);

        caller.IsAnswered.Should().BeTrue();
    }

    [Theory]
    [InlineData("rejected", "decline")]
    [InlineData("busy", "busy")]
    public async Task RejectAsync_InTheWindow_TellsTheVendorsWord(string cause, string expected)
    {
        await using var world = await SignalWireWorld.StartAsync(
            (call, ended) => call.RejectAsync(new RejectRequest { Cause = new HangupCause(cause) }, ended));

        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: Cancelled);
        await caller.WaitForEndAsync(Cancelled);

        caller.IsAnswered.Should().BeFalse();
        caller.HangupCause.Should().Be(expected);
        world.SignalWire.Traffic.Should().NotContain(each => each.Name == "calling.end", "the document said it");
    }

    [Fact]
    public async Task TransferAsync_InTheWindow_RingsUntilTheDestinationAnswers()
    {
        const string Colleague = "+15550100777";
        var done = new TaskCompletionSource<TransferResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var world = await SignalWireWorld.StartAsync(async (call, ended) =>
            done.SetResult(await call.TransferAsync(Destination.Phone(Colleague), ended)));
        world.SignalWire.Callees.Set(Colleague, CalleeBehavior.Manual);

        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: Cancelled);
        var callee = await world.SignalWire.WaitForDialAsync(Colleague, Cancelled);
        caller.IsAnswered.Should().BeFalse();
        await callee.AnswerAsync(Cancelled);
        var result = await done.Task.WaitAsync(Cancelled);

        result.NewCall!.Value.Value.Should().Be(callee.SessionId);
        caller.IsAnswered.Should().BeTrue();
        world.SignalWire.Traffic.Should().NotContain(each => each.Name == "calling.transfer", "the document said it");
    }

    [Fact]
    public async Task Answer_StateReportsAreLost_CompletesAllTheSame()
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DropWebhook = name => name == "calling.call.state";

        var (caller, call) = await world.ConnectAsync();

        caller.IsAnswered.Should().BeTrue();
        call.IsAnswered.Should().BeTrue();
        world.Events.All.OfType<CallAnswered>().Should().ContainSingle();
    }

    [Fact]
    public async Task Report_OfSomethingUnknown_IsDelivered()
    {
        await using var world = await SignalWireWorld.StartAsync(configure: account => account.RequireSignedCallbacks = false);
        using var client = new HttpClient(new SocketsHttpHandler());
        string[] bodies =
        [
            """{"event_type":"calling.call.telepathy","params":{"call_id":"a-call","thought":"hello"}}""",
            """{"event_type":"calling.call.play","params":{"call_id":"a-call","control_id":"c","state":"rewinding"}}""",
            """{"call_id":"a-call","call_state":"levitating"}""",
            """{"call_id":"a-call","something":"else"}""",
        ];

        foreach (var text in bodies)
        {
            using var body = new StringContent(text, null, "application/json");
            using var answer = await client.PostAsync(new Uri(world.Endpoints, "status"), body, Cancelled);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            var seen = await world.Events.WaitForAsync<UnknownCallEvent>(each => each.RawJson.Span.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(text)));
            seen.Call.Value.Should().Be("a-call");
            seen.NativeEvent.Should().BeAssignableTo<SignalWireEvent>();
        }
    }
}
