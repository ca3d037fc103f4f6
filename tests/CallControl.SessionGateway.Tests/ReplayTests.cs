using System.Text;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.SessionGateway.Tests;

/// <summary>One call's webhooks, in order, and every one of them twice and in any order: the outcomes must not differ.</summary>
public sealed class ReplayTests
{
    private const string Provider = "session-gateway";
    private const string Secret = "replay-webhook-secret";
    private const int Shuffles = 200;

    private static readonly CallId Session = new("acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479");
    private static readonly OperationId Answer = new("answer.00000000000000000000000000000001");
    private static readonly OperationId Greeting = new("playback.start.00000000000000000000000000000002");
    private static readonly OperationId Pin = new("play_and_get_digits.00000000000000000000000000000003");
    private static readonly OperationId Record = new("record.start.00000000000000000000000000000004");
    private static readonly OperationId Cut = new("playback.start.00000000000000000000000000000005");
    private static readonly OperationId Unfinished = new("play_and_get_digits.00000000000000000000000000000006");

    // The payloads of one call's webhooks, as the vendor documents them; numbered in this order.
    private static readonly string[] Payloads =
    [
        """{"event":"call.new","data":{"caller_id":"+15550100123","did":"+15550100124"} }""",
        """{"event":"call.answered","data":{} }""",
        $$"""{"event":"call.answered","data":{"command_uid":"{{Answer}}","success":true} }""",
        $$"""{"event":"command.result","data":{"command_uid":"{{Answer}}","success":true} }""",
        $$"""{"event":"playback.started","data":{"command_uid":"{{Greeting}}","urls":["https://cdn.example.com/a.wav"]} }""",
        $$"""{"event":"command.result","data":{"command_uid":"{{Greeting}}","success":false} }""",
        $$"""{"event":"playback.stopped","data":{"command_uid":"{{Greeting}}","urls":["https://cdn.example.com/a.wav"],"offset_ms":2500,"duration_ms":2500} }""",
        """{"event":"dtmf","data":{"digit":"1","duration_ms":100} }""",
        """{"event":"dtmf","data":{"digit":"1","duration_ms":100} }""",
        """{"event":"dtmf","data":{"digit":"#","duration_ms":100} }""",
        $$"""{"event":"digits.collected","data":{"command_uid":"{{Pin}}","digits":"11","terminator":"#","status":"success"} }""",
        $$"""{"event":"command.result","data":{"command_uid":"{{Record}}","success":true} }""",
        $$"""{"event":"playback.started","data":{"command_uid":"{{Cut}}","urls":["https://cdn.example.com/b.wav"]} }""",
        $$"""{"event":"recording.completed","data":{"command_uid":"{{Record}}","recording_url":"https://cdn.example.com/r.wav","duration":7} }""",
        """{"event":"dtmf","data":{"digit":"9","duration_ms":100} }""",
        """{"event":"call.hangup","data":{"hangup_cause":"completed"} }""",
    ];

    [Fact]
    public async Task Outcomes_OfWebhooksTwiceAndShuffled_AreThoseInOrder()
    {
        var expected = await PlayAsync(Enumerable.Range(0, Payloads.Length));
        expected.Should().Be(
            "answer Completed; greeting Completed 00:00:02.5000000; pin Completed 11 Terminator; recording Completed 00:00:07; cut CallEnded; "
            + "unfinished CallEnded 9; ended normal; events 16; keys 11#9");

        for (var seed = 0; seed < Shuffles; seed++)
        {
            var order = Enumerable.Range(0, Payloads.Length).Concat(Enumerable.Range(0, Payloads.Length)).ToArray();
            new Random(seed).Shuffle(order);

            (await PlayAsync(order)).Should().Be(expected, "seed {0}", seed);
        }
    }

    private static async Task<string> PlayAsync(IEnumerable<int> order)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new Testing.ManualTimeProvider())
            .AddCallControl(calls => calls.AddSessionGateway(options =>
            {
                options.BaseUrl = new Uri("https://gateway.example.com");
                options.AppId = "replay";
                options.ApiKey = "replay-replay-replay";
                options.WebhookSecrets.Add(Secret);
            }))
            .BuildServiceProvider();
        var registry = services.GetRequiredService<IOperationRegistry>();
        var answer = Register<AnswerResult>(registry, Answer, SessionGatewayAnswer.Observe);
        var greeting = Register<PlaybackResult>(registry, Greeting, SessionGatewayPlayback.Observe);
        var pin = Register<GatherResult>(registry, Pin, new SessionGatewayGather.Observer(new PlayAndGetDigitsCommand { PromptFiles = [] }).Observe);
        var recording = Register<RecordingResult>(registry, Record, SessionGatewayRecording.Observe);
        var cut = Register<PlaybackResult>(registry, Cut, SessionGatewayPlayback.Observe);
        var unfinished = Register<GatherResult>(
            registry, Unfinished, new SessionGatewayGather.Observer(new PlayAndGetDigitsCommand { PromptFiles = [] }).Observe);
        var call = services.GetRequiredService<ICalls>().Get(Provider, Session);
        var events = call.Events.ToListAsync(TestContext.Current.CancellationToken).AsTask();

        var handler = services.GetRequiredKeyedService<IInboundHandler>(Provider);
        foreach (var index in order)
            (await handler.HandleAsync(Request(index), TestContext.Current.CancellationToken)).StatusCode.Should().Be(200);

        var end = await call.Ended.WaitAsync(TestContext.Current.CancellationToken);
        var seen = await events.WaitAsync(TestContext.Current.CancellationToken);
        var digits = (await pin.Completion).Result!;
        return $"answer {(await answer.Completion).End}; greeting {(await greeting.Completion).End} {(await greeting.Completion).Result!.Duration}; "
            + $"pin {(await pin.Completion).End} {digits.Digits} {digits.Reason}; "
            + $"recording {(await recording.Completion).End} {(await recording.Completion).Result!.Duration}; cut {(await cut.Completion).End}; "
            + $"unfinished {(await unfinished.Completion).End} {(await unfinished.Completion).Result!.Digits}; ended {end.Cause}; events {seen.Count}; "
            + $"keys {string.Concat(seen.OfType<DtmfReceived>().Select(key => key.Digit))}";
    }

    private static PendingOperation<TResult> Register<TResult>(
        IOperationRegistry registry, OperationId id, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe)
        where TResult : class =>
        registry.Register(Provider, Session, id, TimeSpan.FromHours(1), observe);

    private static InboundRequest Request(int index) => new()
    {
        Method = "POST",
        Path = Secret,
        Url = new Uri("https://ivr.example.com/calls/session-gateway/" + Secret),
        ContentType = "application/json",
        Header = _ => null,
        Body = Encoding.UTF8.GetBytes($$"""{"session_uuid":"{{Session}}","sequence":{{index + 1}},{{Payloads[index][1..]}}"""),
    };
}
