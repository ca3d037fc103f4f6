using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests.RealTime;

/// <summary>One call as the vendor conducts it: it asks, is answered, reports, and asks again.</summary>
internal sealed class Line(Vendor vendor) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<Vendor.Answer>? _asked;

    public Vendor Vendor => vendor;

    public CallId Call => vendor.Call;

    /// <summary>What the vendor was answered last.</summary>
    public Vendor.Answer Last { get; private set; } = new(Body: null, TimeSpan.Zero);

    /// <summary>The same as it travelled, the command and its parameters.</summary>
    public string Sent => $"{Last.Command} {Text(Last.Parameters)}";

    /// <summary>Whether the vendor has asked and waits.</summary>
    public bool IsAsking => _asked is { IsCompleted: false };

    /// <summary>An inbound call that has just arrived.</summary>
    public static Line Ring(Vendor vendor) => new Line(vendor).Ask("INCOMING_CALL");

    /// <summary>An inbound call that nobody conducts but the test.</summary>
    public static Line Ring(Action<CallrOptions>? configure = null) => Ring(Vendor.Start(flow: null, configure));

    /// <summary>JSON without escapes.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Readable);

    /// <summary>The first request of the call.</summary>
    public Line Ask(string status)
    {
        _asked = vendor.PostAsync(vendor.Report(status));
        return this;
    }

    /// <summary>What the vendor is answered next.</summary>
    public async Task<Vendor.Answer> NextAsync() => Last = await _asked!.Soon();

    /// <summary>What the vendor is answered next, as it travels.</summary>
    public async Task<string> CommandAsync()
    {
        await NextAsync();
        return Sent;
    }

    /// <summary>Has something started, and the vendor told of it.</summary>
    public async Task<TOperation> GiveAsync<TOperation>(Func<ICallControl, Task<TOperation>> start)
    {
        var starting = start(vendor.Control);
        if (!starting.IsFaulted)
            await NextAsync();

        return await starting.Soon();
    }

    /// <summary>The vendor reports that the last command is over, and asks again.</summary>
    public Line Done(string result = "0", string error = "")
    {
        _asked = vendor.DoneAsync(Last, result, error);
        return this;
    }

    /// <summary>The same, of several commands one after the other, whatever they are.</summary>
    /// <returns>The commands, as they travelled.</returns>
    public async Task<IReadOnlyList<string>> CarryOutAsync(int count)
    {
        var commands = new List<string>();
        for (var i = 0; i < count; i++)
        {
            commands.Add(await CommandAsync());
            Done();
        }

        return commands;
    }

    /// <summary>The call ends during the last command; the vendor expects no answer.</summary>
    public async Task HangUpAsync(string result = "", string error = "") =>
        (await (Last.Body is null ? vendor.PostAsync(vendor.Report("HANGUP")) : vendor.DoneAsync(Last, result, error, "HANGUP")).Soon()).Body.Should().BeNull();

    /// <summary>The fields that a request is refused for, when nothing is sent and nothing stays behind.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync(Func<ICallControl, Task> start)
    {
        var refusal = await FluentActions.Awaiting(() => start(vendor.Control).Soon()).Should().ThrowAsync<RequestValidationException>();
        CheckUntouched();
        return [.. refusal.Which.Violations.Select(violation => violation.Field)];
    }

    /// <summary>That the vendor was told nothing, and that nothing is waited for.</summary>
    public void CheckUntouched()
    {
        IsAsking.Should().Be(_asked is not null);
        vendor.Rpc.Requests.Should().BeEmpty();
        vendor.Operations.Pending("callr", Call).Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => vendor.DisposeAsync();
}
