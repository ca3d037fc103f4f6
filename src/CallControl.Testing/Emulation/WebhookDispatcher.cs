using System.Net.Http.Headers;
using System.Text;

namespace CallControl.Testing.Emulation;

/// <summary>Delivers webhooks over HTTP: retries with a doubling delay, then puts aside what nobody took.</summary>
internal sealed class WebhookDispatcher : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly WebhookSettings _settings;
    private readonly EmulatorFaults _faults;
    private readonly TrafficLog _log;
    private readonly IdleTracker _idle = new();
    private readonly CancellationTokenSource _shutdown = new();
    private readonly CancellationToken _stopping;
    private readonly Lock _gate = new();
    private readonly List<EmulatorDeadLetter> _deadLetters = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public WebhookDispatcher(TimeProvider time, WebhookSettings settings, EmulatorFaults faults, TrafficLog log)
    {
        _time = time;
        _settings = settings;
        _faults = faults;
        _log = log;
        _stopping = _shutdown.Token;
    }

    public IReadOnlyList<EmulatorDeadLetter> DeadLetters
    {
        get
        {
            lock (_gate)
                return [.. _deadLetters];
        }
    }

    public void Raise(WebhookQueue queue, RaisedWebhook webhook)
    {
        if (_stopping.IsCancellationRequested || _faults.DropWebhook?.Invoke(webhook.Name) is true)
            return;
        _idle.Begin();
        queue.Enqueue(WithFaults(webhook));
    }

    /// <summary>
    /// Asks the application a question, whose answer matters, in no queue: once for each copy, without another try. The faults of
    /// webhooks hold; a dropped question has no answer.
    /// </summary>
    /// <returns>The answer to the last copy.</returns>
    public async Task<WebhookAnswer> AskAsync(RaisedWebhook webhook, Uri target, TimeSpan limit)
    {
        var answers = await AskEachAsync(webhook, target, new QuestionTerms(limit)).ConfigureAwait(false);
        return answers.Count > 0 ? answers[^1] : WebhookAnswer.None;
    }

    /// <summary>Asks as <see cref="AskAsync"/> does.</summary>
    /// <returns>The answers to all copies; none to a question that was dropped.</returns>
    public async Task<IReadOnlyList<WebhookAnswer>> AskEachAsync(RaisedWebhook webhook, Uri target, QuestionTerms terms)
    {
        if (_stopping.IsCancellationRequested || _faults.DropWebhook?.Invoke(webhook.Name) is true)
            return [];
        _idle.Begin();
        try
        {
            var asked = WithFaults(webhook);
            await DelayAsync(_faults.WebhookDelay).ConfigureAwait(false);
            var answers = new List<WebhookAnswer>();
            var body = asked.IsMalformed ? BrokenJson.Of(asked.Body) : asked.Body;
            for (var copy = 0; copy < asked.Copies; copy++)
            {
                var began = _time.GetUtcNow();
                var answer = await PostAsync(target, asked, body, terms).ConfigureAwait(false);
                answers.Add(answer);
                _log.Record(new EmulatorTraffic(began, TrafficDirection.Webhook, asked.Name, asked.Session,
                    Summarize(body, answer), body, answer.Status, Attempt: 1)
                {
                    Answer = answer.Body,
                });
            }

            if (terms.IsBuried && !answers.Exists(static answer => answer.IsSuccess))
                Bury(asked, body, answers.Count, answers[^1].Status);
            return answers;
        }
        finally
        {
            _idle.End();
        }
    }

    public bool IsIdle => _idle.IsIdle;

    public Task WhenIdleAsync(CancellationToken cancellationToken) => _idle.WhenIdleAsync(cancellationToken);

    /// <summary>Keeps the emulator from being idle until the work is done, whatever comes of it.</summary>
    public void Run(Func<Task> work)
    {
        _idle.Begin();
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                _idle.End();
            }
        });
    }

    /// <summary>Waits on the emulated clock; returns early, without an exception, at shutdown.</summary>
    public async Task DelayAsync(TimeSpan delay)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, _time, _stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task DeliverAsync(RaisedWebhook webhook)
    {
        try
        {
            await DelayAsync(webhook.NotBefore - _time.GetUtcNow()).ConfigureAwait(false);
            for (var copy = 0; copy < webhook.Copies; copy++)
                await DeliverCopyAsync(webhook).ConfigureAwait(false);
        }
        finally
        {
            _idle.End();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _shutdown.CancelAsync().ConfigureAwait(false);
        await _idle.WhenIdleAsync(CancellationToken.None).ConfigureAwait(false);
        _http.Dispose();
        _shutdown.Dispose();
    }

    private RaisedWebhook WithFaults(RaisedWebhook webhook) => webhook with
    {
        IsMalformed = _faults.MalformedWebhooks?.Invoke(webhook.Name) is true,
        HasWrongSignature = _faults.WrongSignatures?.Invoke(webhook.Name) is true,
        HasStaleTimestamp = _faults.StaleTimestamps?.Invoke(webhook.Name) is true,
        Copies = _faults.DuplicateWebhooks,
        NotBefore = _time.GetUtcNow() + _faults.WebhookDelay,
        ReorderWindow = _faults.ReorderWebhooks ? _faults.ReorderWindow : null,
    };

    private async Task DeliverCopyAsync(RaisedWebhook webhook)
    {
        var delay = _settings.RetryDelay;
        for (var attempt = 1; !_stopping.IsCancellationRequested && webhook.Target() is { } target; attempt++)
        {
            var began = _time.GetUtcNow();
            var body = _settings.Format?.Render(webhook, target, attempt) ?? webhook.Body;
            if (webhook.IsMalformed)
                body = BrokenJson.Of(body);
            var status = (await PostAsync(target, webhook, body, new QuestionTerms(_settings.Timeout)).ConfigureAwait(false)).Status;
            _log.Record(new EmulatorTraffic(began, TrafficDirection.Webhook, webhook.Name, webhook.Session,
                TrafficSummary.Of(body), body, status, attempt));
            if (status is >= 200 and < 300)
                return;
            var attempts = webhook.RetryDelays is { } delays ? delays.Count + 1 : _settings.MaxAttempts;
            if (attempt >= attempts || !_settings.IsRetried(status))
            {
                Bury(webhook, body, attempt, status);
                return;
            }

            await DelayAsync(webhook.RetryDelays?[attempt - 1] ?? delay).ConfigureAwait(false);
            delay *= 2;
        }
    }

    private static string Summarize(string body, WebhookAnswer answer)
    {
        var asked = TrafficSummary.Of(body);
        var answered = answer.Body.Length > 0 ? TrafficSummary.Of(answer.Body) : "";
        return answered.Length > 0 ? $"{asked} -> {answered}" : asked;
    }

    private async Task<WebhookAnswer> PostAsync(Uri target, RaisedWebhook webhook, string body, QuestionTerms terms)
    {
        // Real time on purpose: the answer travels over a real socket, and moving a manual clock cuts it off only where that is asked for.
        using var timeout = new CancellationTokenSource(terms.Limit, TimeProvider.System);
        using var onClock = new CancellationTokenSource(terms.LimitOnClock ?? Timeout.InfiniteTimeSpan, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, onClock.Token, _stopping);
        var began = _time.GetTimestamp();
        var bytes = webhook.HasBody ? Encoding.UTF8.GetBytes(body) : [];
        using var request = new HttpRequestMessage(webhook.Method, target);
        if (webhook.HasBody)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        foreach (var (name, value) in _settings.Format?.Headers(webhook, target, bytes) ?? [])
            request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var response = await _http.SendAsync(request, stop.Token).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(stop.Token).ConfigureAwait(false);
            return new WebhookAnswer((int)response.StatusCode, text)
            {
                ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
                Elapsed = _time.GetElapsedTime(began),
            };
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            return WebhookAnswer.None with
            {
                Elapsed = _time.GetElapsedTime(began),
                IsLate = timeout.IsCancellationRequested || onClock.IsCancellationRequested,
            };
        }
    }

    private void Bury(RaisedWebhook webhook, string body, int attempts, int status)
    {
        lock (_gate)
            _deadLetters.Add(new EmulatorDeadLetter(_time.GetUtcNow(), webhook.Name, webhook.Session, body, attempts, status));
    }
}
