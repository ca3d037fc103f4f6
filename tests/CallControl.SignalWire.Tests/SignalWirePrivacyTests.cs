using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Whatever happens on a call, no number, digit, word or secret gets into a log line, a message or a text.</summary>
public sealed class SignalWirePrivacyTests
{
    private const string Pin = "4711993";
    private const string Said = "my secret word";
    private const string Number = "+15550100777";

    private static readonly CallId Call = AdapterHarness.One;

    private static readonly string[] Private =
        ["5550100777", "5550100001", "5550100002", Pin, "secret", "hush", AdapterHarness.ApiToken, AdapterHarness.ProjectId];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WholeCall_WithEveryFault_ShowsNothingPrivate()
    {
        await using var harness = new AdapterHarness();
        var texts = new List<string>();

        await AnswerAsync(harness);
        await GatherAsync(harness, texts);
        await FailAsync(harness, texts);
        await harness.PostAsync(
            NativeEvent.Of("calling.call.pay", Call, 20, ("payment_card_number", Pin)),
            NativeEvent.Of("calling.call.collect", Call, 21, ("control_id", "of-nobody"), ("result", new JsonObject { ["type"] = Pin })),
            NativeEvent.Of("calling.call.state", Call, 22, ("call_state", Pin), ("from", Number), ("device", Number)),
            NativeEvent.Flat(("call_id", Call.Value), ("state", Said), ("from", Number)),
            NativeEvent.Ended(Call, Pin, 23),
            NativeEvent.State(Call, "ringing", 24, ("from", Number)));
        await harness.RingAsync(AdapterHarness.Two);
        harness.Time.Advance(TimeSpan.FromSeconds(4));
        await AdapterHarness.SettleAsync();

        harness.Logged.Should().NotBeEmpty();
        texts.Should().HaveCountGreaterThan(8);
        foreach (var text in harness.Logged.Concat(texts).Concat(harness.Seen.Select(each => $"{each} {each.NativeEvent}")))
        {
            foreach (var secret in Private)
                text.Should().NotContain(secret);
        }
    }

    [Fact]
    public void Options_ShowNoTokenAndNoKey()
    {
        var text = new SignalWireOptions
        {
            SpaceUrl = new Uri("https://user:hush@example.signalwire.com/?token=hush"), ProjectId = AdapterHarness.ProjectId, ApiToken = AdapterHarness.ApiToken, SigningKeys = ["PSK-secret"],
        }.ToString();

        text.Should().Contain("example.signalwire.com").And.NotContain("hush").And.NotContain("secret").And.NotContain(AdapterHarness.ApiToken);
    }

    private static async Task AnswerAsync(AdapterHarness harness)
    {
        await harness.RingAsync();
        var answer = await harness.Control.AnswerAsync(Call, new AnswerRequest(), Cancelled);
        await harness.PostAsync(NativeEvent.AnsweredFetch(Call));
        await answer.Completion.Soon();
    }

    private static async Task GatherAsync(AdapterHarness harness, List<string> texts)
    {
        var digits = await harness.GatherAsync();
        await harness.PostAsync(NativeEvent.Digits(digits, Pin, "#", 1));
        var speech = await harness.GatherAsync(new GatherRequest { Digits = null, Speech = new SpeechOptions { Hints = [Said] } });
        await harness.PostAsync(NativeEvent.Collect(speech, "speech", new JsonObject { ["text"] = Said, ["confidence"] = 0.9 }, 2));
        foreach (var gather in new[] { digits, speech })
        {
            var outcome = await gather.Completion.Soon();
            texts.AddRange($"{gather}", $"{outcome}", $"{outcome.Result}");
        }
    }

    private static async Task FailAsync(AdapterHarness harness, List<string> texts)
    {
        harness.RefuseWith("calling.play", $"The number {Number} of {Pin} cannot be played https://user:x@cdn.example.com/a?token=hush");
        await CatchAsync(() => harness.PlayAsync(MediaSource.Speech(Said)));
        harness.RefuseWith("calling.transfer", $"{Number} is not routable");
        await CatchAsync(() => harness.Control.TransferAsync(Call, new TransferRequest { To = Destination.Phone(Number), From = Number }, Cancelled));
        harness.RefuseWith("dial", $"{Number} is not routable");
        await CatchAsync(() => harness.Control.DialAsync(new DialRequest { To = Destination.Phone(Number), From = Number }, Cancelled));

        var prompted = await harness.GatherAsync(new GatherRequest { Prompt = [MediaSource.Speech(Said)] });
        harness.RefuseWith("calling.collect.start_input_timers", $"{Number} says {Pin}");
        harness.RefuseWith("calling.collect.stop", $"{Number} says {Pin}");
        await harness.PostAsync(NativeEvent.About("play", Call, new OperationId(harness.Sent[^1].ControlId!), "finished", 9));
        texts.Add($"{await prompted.Completion.Soon()}");
        await harness.SentAsync("calling.collect.stop");
        await AdapterHarness.SettleAsync();

        async Task CatchAsync(Func<Task> act)
        {
            var thrown = (await FluentActions.Awaiting(act).Should().ThrowAsync<CallControlException>()).Which;
            texts.AddRange(thrown.ToString(), $"{thrown.Error}");
        }
    }
}
