using CallControl.Testing.Emulation;

namespace CallControl.Testing.Tests.Emulation;

public sealed class WebhookQueueTests : IAsyncDisposable
{
    private readonly WebhookDispatcher _dispatcher = new(
        TimeProvider.System, new WebhookSettings(1, TimeSpan.Zero, TimeSpan.FromSeconds(1)), new EmulatorFaults(), new TrafficLog());

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Hold_Webhooks_WaitForTheReleaseInOrder()
    {
        var delivered = new List<string>();
        var held = NewQueue();
        var free = NewQueue();
        held.Hold();
        Raise(held, "first", delivered);
        Raise(held, "second", delivered);
        for (var round = 0; round < 20; round++)
            await PassAsync(free);
        delivered.Should().BeEmpty();

        held.Release();
        await _dispatcher.WhenIdleAsync(Token);

        delivered.Should().Equal("first", "second");
    }

    [Fact]
    public async Task Hold_WhileDelivering_KeepsTheNextBack()
    {
        var delivered = new List<string>();
        var queue = NewQueue();
        using var goOn = new ManualResetEventSlim();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _dispatcher.Raise(queue, new RaisedWebhook("first", null, "{}", () =>
        {
            reached.TrySetResult();
            goOn.Wait(Token);
            return null;
        }));
        await reached.Task.WaitAsync(Token);
        Raise(queue, "second", delivered);
        queue.Hold();
        goOn.Set();
        for (var round = 0; round < 20; round++)
            await PassAsync(NewQueue());
        delivered.Should().BeEmpty();

        queue.Release();
        await _dispatcher.WhenIdleAsync(Token);

        delivered.Should().Equal("second");
    }

    public ValueTask DisposeAsync() => _dispatcher.DisposeAsync();

    private WebhookQueue NewQueue() => new(_dispatcher, new Random(1));

    /// <summary>Raises a webhook without a target: asking for the target is its delivery.</summary>
    private void Raise(WebhookQueue queue, string name, List<string> delivered) =>
        _dispatcher.Raise(queue, new RaisedWebhook(name, null, "{}", () =>
        {
            delivered.Add(name);
            return null;
        }));

    private async Task PassAsync(WebhookQueue queue)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _dispatcher.Raise(queue, new RaisedWebhook("other", null, "{}", () =>
        {
            passed.TrySetResult();
            return null;
        }));
        await passed.Task.WaitAsync(Token);
    }
}
