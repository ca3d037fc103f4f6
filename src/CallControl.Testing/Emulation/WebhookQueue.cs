namespace CallControl.Testing.Emulation;

/// <summary>
/// The webhooks of one call or room: delivered one at a time, in the order they were raised unless they are to be shuffled. A queue
/// with nothing to deliver holds no task and no timer.
/// </summary>
internal sealed class WebhookQueue(WebhookDispatcher dispatcher, Random random)
{
    private readonly Lock _gate = new();
    private readonly Queue<RaisedWebhook> _waiting = new();
    private int _holds;
    private bool _pumping;

    public void Enqueue(RaisedWebhook webhook)
    {
        lock (_gate)
            _waiting.Enqueue(webhook);
        Wake();
    }

    /// <summary>Keeps back what is raised from now on until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_gate)
            _holds++;
    }

    public void Release()
    {
        lock (_gate)
            _holds--;
        Wake();
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (_pumping || _holds > 0 || _waiting.Count == 0)
                return;
            _pumping = true;
        }

        _ = Task.Run(PumpAsync);
    }

    private async Task PumpAsync()
    {
        while (Next() is { } first)
        {
            RaisedWebhook[] batch = [first];
            if (first.ReorderWindow is { } window)
            {
                await dispatcher.DelayAsync(window).ConfigureAwait(false);
                batch = Shuffle([first, .. Rest()]);
            }

            foreach (var webhook in batch)
                await dispatcher.DeliverAsync(webhook).ConfigureAwait(false);
        }
    }

    private RaisedWebhook? Next()
    {
        lock (_gate)
        {
            if (_holds == 0 && _waiting.TryDequeue(out var webhook))
                return webhook;
            _pumping = false;
            return null;
        }
    }

    private RaisedWebhook[] Rest()
    {
        lock (_gate)
        {
            RaisedWebhook[] rest = [.. _waiting];
            _waiting.Clear();
            return rest;
        }
    }

    private RaisedWebhook[] Shuffle(RaisedWebhook[] raised)
    {
        if (raised.Length < 2)
            return raised;
        RaisedWebhook[] shuffled = [.. raised];
        do
        {
            random.Shuffle(shuffled);
        }
        while (shuffled.SequenceEqual(raised));
        return shuffled;
    }
}
