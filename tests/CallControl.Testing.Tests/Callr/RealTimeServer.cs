using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Testing.Tests.Callr;

/// <summary>The application's side: hands each POST to the test, which replies when it likes.</summary>
public sealed class RealTimeServer : IAsyncDisposable
{
    private const string Unreadable = "unreadable";

    private readonly ConcurrentDictionary<string, Channel<RealTimePost>> _posts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RealTimePost> _all = new();
    private readonly WebApplication _application;

    private RealTimeServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(HandleAsync);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>Replies by itself; null, or null returned, leaves the reply to the test.</summary>
    public Func<RealTimePost, string?>? AutoReply { get; set; }

    /// <summary>Every POST so far, in the order of arrival.</summary>
    public IReadOnlyList<RealTimePost> All => [.. _all];

    public static async Task<RealTimeServer> StartAsync()
    {
        var server = new RealTimeServer();
        await server._application.StartAsync(Deadline.Token);
        var addresses = server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Url = new Uri(new Uri(addresses.Addresses.Single()), "/rt");
        return server;
    }

    /// <summary>The next POST of a call that the test has not seen yet.</summary>
    public Task<RealTimePost> NextAsync(string callId) => PostsOf(callId).Reader.ReadAsync(Deadline.Token).AsTask();

    /// <summary>The next POST that is no JSON.</summary>
    public Task<RealTimePost> NextUnreadableAsync() => NextAsync(Unreadable);

    public ValueTask DisposeAsync()
    {
        foreach (var post in _all)
            post.GiveUp();
        return _application.DisposeAsync();
    }

    private Channel<RealTimePost> PostsOf(string callId) => _posts.GetOrAdd(callId, static _ => Channel.CreateUnbounded<RealTimePost>());

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var post = new RealTimePost(await reader.ReadToEndAsync(context.RequestAborted), context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _all.Enqueue(post);
        if (AutoReply?.Invoke(post) is { } body)
            post.Answer(200, body);
        else
            PostsOf(CallIdOf(post.Body)).Writer.TryWrite(post);
        var (status, type, text) = await post.Answered.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = status;
        if (status is StatusCodes.Status204NoContent)
            return;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string CallIdOf(string body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement.GetProperty("callid").GetRawText();
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }
}

/// <summary>One POST, and the reply that is still owed.</summary>
public sealed class RealTimePost(string body, string path, IReadOnlyDictionary<string, string> headers)
{
    private readonly TaskCompletionSource<(int Status, string? Type, string Text)> _answer =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Body => body;

    public string Path => path;

    public IReadOnlyDictionary<string, string> Headers => headers;

    public Task<(int Status, string? Type, string Text)> Answered => _answer.Task;

    public JsonElement Json => JsonDocument.Parse(body).RootElement;

    public string Status => Text("call_status");

    public string Command => Text("command");

    public string Id => Json.GetProperty("command_id").GetRawText();

    /// <summary>The result as it is written: a text in quotes.</summary>
    public string Result => Json.GetProperty("command_result").GetRawText();

    public string Error => Text("command_error");

    public string Variables => Json.GetProperty("variables").GetRawText();

    public void Reply(string command, int id, string parameters = "{}", string variables = "{}") => Answer(
        200, $$"""{"command":"{{command}}","command_id":{{id}},"params":{{parameters}},"variables":{{variables}}}""");

    public void Answer(int status, string text = "", string? type = "application/json") => _answer.TrySetResult((status, type, text));

    public void GiveUp() => _answer.TrySetCanceled();

    private string Text(string name) => Json.GetProperty(name).GetString()!;
}
