using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Testing.Tests;

/// <summary>The application's side of webhooks: keeps all it is sent and answers as a test wants.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedWebhook> _received = [];
    private readonly WebApplication _application;

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>Answers a webhook; null lets it pass with 204.</summary>
    public Func<ReceivedWebhook, HttpContext, Task<int>>? Answer { get; set; }

    /// <summary>What is answered, as a body, with 200; asked before <see cref="Answer"/>. Null leaves it to that.</summary>
    public Func<ReceivedWebhook, string?>? Reply { get; set; }

    public IReadOnlyList<ReceivedWebhook> Received
    {
        get
        {
            lock (_gate)
                return [.. _received];
        }
    }

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._application.StartAsync(Deadline.Token);
        var server = receiver._application.Services.GetRequiredService<IServer>();
        receiver.Url = new Uri(new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/hooks");
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var webhook = new ReceivedWebhook(
            await reader.ReadToEndAsync(context.RequestAborted), context.Request.Method, context.Request.ContentType, context.Request.Path)
        {
            Headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
        lock (_gate)
            _received.Add(webhook);
        if (Reply?.Invoke(webhook) is { } body)
        {
            await context.Response.WriteAsync(body, context.RequestAborted);
            return;
        }

        context.Response.StatusCode = Answer is { } answer ? await answer(webhook, context) : StatusCodes.Status204NoContent;
    }
}

public sealed record ReceivedWebhook(string Body, string Method, string? ContentType, string Path)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Event => Json.GetProperty("event").GetString()!;

    public string? Session => Json.TryGetProperty("session_uuid", out var session) ? session.GetString() : null;

    public int Sequence => Json.GetProperty("sequence").GetInt32();

    /// <summary>The payload, wherever the envelope keeps it.</summary>
    public JsonElement Data => Json.TryGetProperty("data", out var data) ? data : Json;

    public string Text(string field) => Data.GetProperty(field).GetString()!;

    public long Number(string field) => Data.GetProperty(field).GetInt64();

    public bool Flag(string field) => Data.GetProperty(field).GetBoolean();
}
