namespace CallControl.Testing.Tests.Callr;

/// <summary>Every documented command, each with an example, what the people do meanwhile, and the result.</summary>
public sealed class CommandCoverageTests
{
    private const string Speech = "TTS|TTS_EN-GB_SERENA|Hello";

    /// <summary>The commands of the vendor's reference.</summary>
    private static readonly string[] Documented =
    [
        "conference", "dialout", "hangup", "hangup_callid", "play", "play_record", "play_talk_detect", "play_wav_data", "read", "record",
        "send_dtmf", "simple_conference", "start_call_recording", "stop_call_recording", "wait", "wait_for_silence",
    ];

    private static readonly Dictionary<string, Case> Cases = new(StringComparer.Ordinal)
    {
        ["conference"] = new("""
            {"id":"room","auto_leave_when_alone":false,"auto_leave_announce":0,"user_join":0,"user_leave":0,"waiting":0,"welcome":0,
             "pin_prompt":0,"pin_error":0,"pin_valid":0,"pin_code":"","pin_max_tries":3,"pin_wait":5}
            """, "^\"LEFT_CONFERENCE\"$", static (_, caller) => caller.PressAsync("*")),
        ["dialout"] = new("""
            {"targets":[{"number":"+15550100009","timeout":20}],"cli":"BLOCKED","ringtone":"RING","whisper":0,"cdr_field":""}
            """, "^\"NOANSWER\"$", Wait(20_000)),
        ["hangup"] = new("{}", "^\"\"$"),
        ["hangup_callid"] = new("""{"callid":421889}""", "^\"\"$"),
        ["play"] = new($$"""{"media_id":"{{Speech}}"}""", "^\"0\"$", Wait(200)),
        ["play_record"] = new("""{"media_file":"record-unknown"}""", "^\"1\"$"),
        ["play_talk_detect"] = new(
            """{"media_id":42,"min_ms":500,"max_ms":60000,"silence_ms":5,"analysistime_ms":4000}""", "^\"TALK\"$", static (callr, caller) =>
            {
                _ = caller.SayAsync("Hello?");
                callr.Advance(605);
                return Task.CompletedTask;
            }),
        ["play_wav_data"] = new($$"""{"audio_data":"{{Convert.ToBase64String(Wav.Of(8000))}}"}""", "^\"0\"$", Wait(1000)),
        ["read"] = new(
            $$"""{"media_id":"{{Speech}}","max_digits":3,"attempts":1,"timeout_ms":5000}""",
            "^\"345\"$", static (_, caller) => caller.PressAsync("345")),
        ["record"] = new(
            """{"max_duration":60,"silence":0}""", "^\"record-[A-Za-z0-9]{32}\"$", static (_, caller) => caller.PressAsync("#")),
        ["send_dtmf"] = new("""{"digits":"1","duration_ms":500,"timeout_ms":500}""", "^0$", Wait(500)),
        ["simple_conference"] = new(
            """{"id":"room","auto_leave_when_alone":true}""", "^\"LEFT_CONFERENCE\"$", static (_, caller) => caller.PressAsync("*")),
        ["start_call_recording"] = new("""{"announce":0,"feeds":"both","transcription":true}""", "^\"[A-Z0-9]{8}\"$"),
        ["stop_call_recording"] = new("""{"announce":0}""", "^\"\"$"),
        ["wait"] = new("""{"wait":1}""", "^\"0\"$", Wait(1000)),
        ["wait_for_silence"] = new("""{"silence_ms":500,"iterations":2,"timeout":10}""", "^\"SILENCE\"$", Wait(1000)),
    };

    public static TheoryData<string> Names => [.. Documented];

    [Fact]
    public void Cases_Always_AreTheDocumentedCommands() => Cases.Keys.Should().BeEquivalentTo(Documented);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Command_OfTheReference_IsCarriedOutAndReported(string name)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Default = CalleeBehavior.NoAnswer;
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(10));
        var caller = await callr.AnsweredCallAsync();
        var (parameters, result, act) = Cases[name];

        (await callr.NextAsync(caller)).Reply(name, 5, parameters);
        if (act is not null)
        {
            await callr.Emulator.WaitForIdleAsync(Deadline.Token);
            callr.Server.All.Should().HaveCount(2, "{0} goes on until somebody or time ends it", name);
            await act(callr, caller);
        }

        var post = await callr.NextAsync(caller);
        (post.Command, post.Id).Should().Be((name, "5"));
        post.Result.Should().MatchRegex(result);
        post.Status.Should().Be(name is "hangup" or "hangup_callid" ? "HANGUP" : "UP");
        post.Error.Should().Be(name is "stop_call_recording" ? "NOT_RECORDING" : "");
        callr.Emulator.ScriptErrors.Should().BeEmpty();
    }

    private static Func<CallrHarness, EmulatedCaller, Task> Wait(double milliseconds) => (callr, _) =>
    {
        callr.Advance(milliseconds - 1);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);
        return Task.CompletedTask;
    };

    private sealed record Case(string Parameters, string Result, Func<CallrHarness, EmulatedCaller, Task>? Act = null);
}
