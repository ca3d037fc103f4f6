using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Testing.Tests.Telnyx;

public sealed class ServiceTests
{
    private const string Stream = "{\"stream_url\":\"wss://media.example.com/in\"}";
    private const string Fork = "{\"rx\":\"udp:127.0.0.1:4000\",\"tx\":\"udp:127.0.0.1:4002\"}";
    private const string Record = "{\"channels\":\"dual\",\"format\":\"wav\"}";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Recording_StartedAndStopped_IsSaved()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        telnyx.Advance(1000);

        await telnyx.DoAsync(caller.SessionId, "record_start", Record);
        await caller.WaitForRecordingAsync(Token);
        telnyx.Advance(5000);
        await telnyx.DoAsync(caller.SessionId, "record_stop");

        var saved = await telnyx.SingleAsync("call.recording.saved");
        saved.Text("channels").Should().Be("dual");
        saved.Text("format").Should().Be("wav");
        saved.Text("recording_started_at").Should().Be("2026-01-01T00:00:01.000000Z");
        saved.Text("recording_ended_at").Should().Be("2026-01-01T00:00:06.000000Z");
        saved.Payload.GetProperty("recording_urls").GetProperty("wav").GetString().Should().StartWith("https://").And.EndWith(".wav");
        saved.Payload.GetProperty("public_recording_urls").EnumerateObject().Should().BeEmpty();
        Guid.TryParse(saved.Text("recording_id"), out _).Should().BeTrue();
        saved.Has("from").Should().BeFalse();
    }

    [Fact]
    public async Task Recording_StillRunningAtTheEnd_IsSavedAfterTheHangup()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "record_start", Record);
        await telnyx.DoAsync(caller.SessionId, "record_start", Record);

        await telnyx.DoAsync(caller.SessionId, "hangup");

        (await telnyx.EventsAsync()).Should()
            .Equal("call.initiated", "call.answered", "call.hangup", "call.recording.saved", "call.recording.saved");
        (await telnyx.AllAsync("call.recording.saved")).Select(webhook => webhook.Text("recording_id")).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(",\"max_length\":60", 60_000)]
    [InlineData(",\"timeout_secs\":5", 5_000)]
    public async Task Recording_Limit_SavesIt(string limit, double milliseconds)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "record_start", $$"""{"channels":"single","format":"mp3"{{limit}}}""");
        telnyx.Advance(milliseconds - 1);
        (await telnyx.EventsAsync()).Should().NotContain("call.recording.saved");
        telnyx.Advance(1);

        (await telnyx.EventsAsync()).Should().Contain("call.recording.saved");
    }

    [Fact]
    public async Task Recording_Transcription_HoldsWhatWasSaidUnlessPaused()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "record_start", """{"channels":"single","format":"mp3","transcription":true}""");

        await caller.SayAsync("one", Token);
        await telnyx.DoAsync(caller.SessionId, "record_pause");
        await caller.SayAsync("secret", Token);
        await telnyx.DoAsync(caller.SessionId, "record_resume");
        await caller.SayAsync("two", Token);
        await telnyx.DoAsync(caller.SessionId, "record_stop");

        (await telnyx.SingleAsync("call.recording.transcription.saved")).Text("transcription_text").Should().Be("one two");
    }

    [Fact]
    public async Task RecordStop_OneOfTwo_LeavesTheOther()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        var data = await telnyx.DoAsync(caller.SessionId, "answer", """{"record":"record-from-answer"}""");
        var id = data.GetProperty("recording_id").GetString();
        await telnyx.DoAsync(caller.SessionId, "record_start", Record);

        await telnyx.DoAsync(caller.SessionId, "record_stop", $$"""{"recording_id":"{{id}}"}""");

        (await telnyx.SingleAsync("call.recording.saved")).Text("recording_id").Should().Be(id);
        (await telnyx.CommandAsync(caller.SessionId, "record_stop", $$"""{"recording_id":"{{id}}"}""")).Code.Should().Be("10006");
    }

    [Fact]
    public async Task Dial_RecordFromAnswer_TellsTheRecordingAtOnce()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var data = (await telnyx.TryDialAsync("\"to\":\"+15550100003\",\"record\":\"record-from-answer\",\"record_format\":\"wav\"")).Data;
        telnyx.Advance(20);
        await telnyx.DoAsync(data.GetProperty("call_control_id").GetString()!, "hangup");

        var saved = await telnyx.SingleAsync("call.recording.saved");
        saved.Text("recording_id").Should().Be(data.GetProperty("recording_id").GetString());
        saved.Text("format").Should().Be("wav");
    }

    [Fact]
    public async Task Transcription_Running_ReportsWhatIsSaid()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await caller.SayAsync("unheard", Token);
        await telnyx.DoAsync(caller.SessionId, "transcription_start");

        await caller.SayAsync("hello there", Token);
        await telnyx.DoAsync(caller.SessionId, "transcription_stop");
        await caller.SayAsync("unheard", Token);

        var data = (await telnyx.SingleAsync("call.transcription")).Payload.GetProperty("transcription_data");
        data.GetProperty("transcript").GetString().Should().Be("hello there");
        data.GetProperty("is_final").GetBoolean().Should().BeTrue();
        data.GetProperty("transcription_track").GetString().Should().Be("inbound");
    }

    [Fact]
    public async Task Transcription_BothTracksOfABridgedCall_TellsThemApart()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await telnyx.DoAsync(caller.SessionId, "bridge", $$"""{"call_control_id":"{{callee.SessionId}}"}""");
        await telnyx.DoAsync(caller.SessionId, "transcription_start", """
            {"transcription_tracks":"both","transcription_engine":"Google",
             "transcription_engine_config":{"transcription_engine":"Google","interim_results":true}}
            """);

        await caller.SayAsync("hi", Token);
        await callee.SayAsync("hello", Token);

        (await telnyx.AllAsync("call.transcription")).Select(webhook => webhook.Payload.GetProperty("transcription_data"))
            .Select(data => $"{data.GetProperty("transcription_track")} {data.GetProperty("transcript")} {data.GetProperty("is_final")}")
            .Should().Equal("inbound hi False", "inbound hi True", "outbound hello False", "outbound hello True");
    }

    [Fact]
    public async Task Streaming_StartedAndStopped_IsReported()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "streaming_start", Stream);
        (await telnyx.CommandAsync(caller.SessionId, "streaming_start", Stream)).Code.Should().Be("90045");
        await telnyx.DoAsync(caller.SessionId, "streaming_stop");

        (await telnyx.SingleAsync("streaming.started")).Text("stream_url").Should().Be("wss://media.example.com/in");
        (await telnyx.SingleAsync("streaming.stopped")).Text("stream_url").Should().Be("wss://media.example.com/in");
        (await telnyx.CommandAsync(caller.SessionId, "streaming_stop")).Code.Should().Be("90048");
    }

    [Fact]
    public async Task Streaming_ScriptedFailure_IsReportedInstead()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Script.StreamFailure = url => url.Contains("media", StringComparison.Ordinal) ? "connection_failed" : null;
        var caller = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(caller.SessionId, "answer", Stream);

        var failed = await telnyx.SingleAsync("streaming.failed");
        failed.Text("failure_reason").Should().Be("connection_failed");
        failed.Text("stream_type").Should().Be("websocket");
        failed.Payload.GetProperty("stream_params").GetProperty("track").GetString().Should().Be("inbound_track");
        (await telnyx.EventsAsync()).Should().NotContain("streaming.started");
    }

    [Fact]
    public async Task Fork_WhileStreaming_EndsTheStream()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "streaming_start", Stream);

        await telnyx.DoAsync(caller.SessionId, "fork_start", Fork);
        (await telnyx.CommandAsync(caller.SessionId, "streaming_start", Stream)).Code.Should().Be("90045");
        await telnyx.DoAsync(caller.SessionId, "fork_stop", """{"stream_type":"decrypted"}""");

        (await telnyx.EventsAsync()).Skip(2).Should()
            .Equal("streaming.started", "streaming.stopped", "call.fork.started", "call.fork.stopped");
        (await telnyx.SingleAsync("call.fork.started")).Text("stream_type").Should().Be("decrypted");
        (await telnyx.CommandAsync(caller.SessionId, "fork_stop")).Code.Should().Be("90031");
    }

    [Fact]
    public async Task HangUp_WithEverythingRunning_EndsEachBeforeTheCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "fork_start", Fork);
        await telnyx.DoAsync(caller.SessionId, "siprec_start");
        await telnyx.DoAsync(caller.SessionId, "enqueue", """{"queue_name":"q"}""");
        await telnyx.DoAsync(caller.SessionId, "ai_assistant_start");
        await telnyx.DoAsync(caller.SessionId, "gather");

        await caller.HangUpAsync(Token);

        (await telnyx.EventsAsync()).SkipWhile(name => name != "call.gather.ended").Should().Equal(
            "call.gather.ended", "call.conversation.ended", "call.fork.stopped", "siprec.stopped", "call.dequeued", "call.hangup");
        (await telnyx.SingleAsync("call.dequeued")).Text("reason").Should().Be("hangup");
    }

    [Fact]
    public async Task Siprec_StartedAndStopped_IsReported()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "siprec_start");
        await telnyx.DoAsync(caller.SessionId, "siprec_stop");
        telnyx.Emulator.Script.SiprecFailure = "unreachable";
        await telnyx.DoAsync(caller.SessionId, "siprec_start");

        (await telnyx.EventsAsync()).Skip(2).Should().Equal("siprec.started", "siprec.stopped", "siprec.failed");
        (await telnyx.SingleAsync("siprec.failed")).Text("failure_cause").Should().Be("unreachable");
    }

    [Fact]
    public async Task Queue_EnteredAndLeft_TellsPositionAndWait()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var first = await telnyx.AnsweredCallAsync();
        var second = await telnyx.AnsweredCallAsync();
        var third = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(first.SessionId, "enqueue", """{"queue_name":"q","max_size":2}""");
        await telnyx.DoAsync(second.SessionId, "enqueue", """{"queue_name":"q","max_wait_time_secs":30}""");
        (await telnyx.CommandAsync(second.SessionId, "enqueue", """{"queue_name":"q"}""")).Code.Should().Be("90038");
        (await telnyx.CommandAsync(third.SessionId, "enqueue", """{"queue_name":"q"}""")).Code.Should().Be("90036");
        (await telnyx.CommandAsync(third.SessionId, "enqueue", """{"queue_name":"q","max_size":9}""")).Code.Should().Be("90037");
        (await telnyx.CommandAsync(third.SessionId, "leave_queue")).Code.Should().Be("90035");
        telnyx.Advance(4000);
        await telnyx.DoAsync(first.SessionId, "leave_queue");
        telnyx.Advance(26_000);

        (await telnyx.SingleAsync("call.enqueued", first.SessionId)).Number("current_position").Should().Be(1);
        (await telnyx.SingleAsync("call.enqueued", second.SessionId)).Number("current_position").Should().Be(2);
        var left = await telnyx.SingleAsync("call.dequeued", first.SessionId);
        left.Text("reason").Should().Be("leave");
        left.Number("wait_time_secs").Should().Be(4);
        var timedOut = await telnyx.SingleAsync("call.dequeued", second.SessionId);
        timedOut.Text("reason").Should().Be("timeout");
        timedOut.Number("wait_time_secs").Should().Be(30);
    }

    [Fact]
    public async Task Assistant_StartedAndStopped_IsOneConversation()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var other = await telnyx.AnsweredCallAsync();

        var started = await telnyx.DoAsync(caller.SessionId, "ai_assistant_start", """{"assistant":{"id":"a1"}}""");
        var id = started.GetProperty("conversation_id").GetString();
        (await telnyx.CommandAsync(caller.SessionId, "ai_assistant_start")).Code.Should().Be("90061");
        (await telnyx.CommandAsync(caller.SessionId, "conversation_relay_start", """{"url":"wss://relay.example.com"}""")).Code
            .Should().Be("90061");
        await telnyx.DoAsync(caller.SessionId, "ai_assistant_add_messages", """{"messages":[{"role":"user","content":"hi"}]}""");
        var joined = await telnyx.DoAsync(
            other.SessionId, "ai_assistant_join",
            $$"""{"conversation_id":"{{id}}","participant":{"id":"{{other.SessionId}}","role":"user"} }""");
        joined.GetProperty("conversation_id").GetString().Should().Be(id);
        telnyx.Advance(9000);
        await telnyx.DoAsync(caller.SessionId, "ai_assistant_stop");

        var ended = await telnyx.SingleAsync("call.conversation.ended");
        ended.Text("conversation_id").Should().Be(id);
        ended.Text("assistant_id").Should().Be("a1");
        ended.Number("duration_sec").Should().Be(9);
    }

    [Fact]
    public async Task Assistant_ScriptedInsights_FollowItsEnd()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Script.ConversationInsights = [new JsonObject { ["insight_id"] = "i1", ["result"] = "happy" }];
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "ai_assistant_start");

        await caller.HangUpAsync(Token);

        (await telnyx.EventsAsync()).Skip(2).Should()
            .Equal("call.conversation.ended", "call.conversation_insights.generated", "call.hangup");
        var insight = (await telnyx.SingleAsync("call.conversation_insights.generated")).Payload.GetProperty("results")[0];
        insight.GetProperty("result").GetString().Should().Be("happy");
    }

    [Fact]
    public async Task Relay_StartedAndStopped_TellsItsId()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        var data = await telnyx.DoAsync(caller.SessionId, "conversation_relay_start", """{"url":"wss://relay.example.com"}""");
        Guid.TryParse(data.GetProperty("conversation_relay_id").GetString(), out _).Should().BeTrue();
        (await telnyx.CommandAsync(caller.SessionId, "ai_assistant_stop")).Status.Should().Be(422);
        await telnyx.DoAsync(caller.SessionId, "conversation_relay_stop");

        (await telnyx.EventsAsync()).Should().EndWith("call.conversation.ended");
    }

    [Fact]
    public async Task GatherUsingAi_Scripted_BringsItsResult()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Script.AiGatherResult = new JsonObject { ["name"] = "Ada", ["age"] = 36 };
        var caller = await telnyx.AnsweredCallAsync();

        var data = await telnyx.DoAsync(caller.SessionId, "gather_using_ai", """
            {"parameters":{"type":"object","properties":{"name":{"type":"string"}}},"send_partial_results":true,
             "send_message_history_updates":true}
            """);
        telnyx.Advance(50);

        (await telnyx.EventsAsync()).Skip(2).Should().Equal(
            "call.ai_gather.message_history_updated", "call.ai_gather.partial_results", "call.ai_gather.partial_results",
            "call.ai_gather.ended", "call.conversation.ended");
        var ended = await telnyx.SingleAsync("call.ai_gather.ended");
        ended.Text("status").Should().Be("valid");
        ended.Payload.GetProperty("result").GetProperty("age").GetInt32().Should().Be(36);
        (await telnyx.SingleAsync("call.conversation.ended")).Text("conversation_id")
            .Should().Be(data.GetProperty("conversation_id").GetString());
    }

    [Fact]
    public async Task GatherUsingAi_NotScripted_NamesWhatWasAskedFor()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "gather_using_ai", """{"parameters":{"properties":{"city":{"type":"string"}}}}""");
        telnyx.Advance(50);

        (await telnyx.SingleAsync("call.ai_gather.ended")).Payload.GetProperty("result").EnumerateObject().Select(entry => entry.Name)
            .Should().Equal("city");
    }

    [Theory]
    [InlineData("{\"amount\":10,\"transaction_type\":\"charge\"}", "success", "charge_id", 5)]
    [InlineData("{}", "success", "token_id", 5)]
    [InlineData("{\"payment_method\":\"ach-debit\"}", "too-many-failed-attempts", null, 3)]
    public async Task Pay_Always_ReportsItsStepsAndItsResult(string body, string result, string? id, int steps)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Script.PaymentResult = result;
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "pay", body);
        telnyx.Advance(50 * steps);

        (await telnyx.AllAsync("call.payment.progress")).Should().HaveCount(steps);
        var completed = await telnyx.SingleAsync("call.payment.completed");
        completed.Text("result").Should().Be(result);
        completed.Has("payment_card_number").Should().Be(steps is 5);
        completed.Has("bank_account_number").Should().Be(steps is 3);
        completed.Has("charge_id").Should().Be(id is "charge_id");
        completed.Has("token_id").Should().Be(id is "token_id");
    }

    [Theory]
    [InlineData(200, "call.refer.completed")]
    [InlineData(603, "call.refer.failed")]
    public async Task Refer_Scripted_CompletesOrFails(int status, string name)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Script.ReferResponse = _ => status;
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "refer", """{"sip_address":"sip:agent@example.com"}""");
        telnyx.Advance(50);

        (await telnyx.EventsAsync()).Skip(2).Should().Equal("call.refer.started", name);
        (await telnyx.SingleAsync(name)).Number("sip_notify_response").Should().Be(status);
    }

    [Fact]
    public async Task Answer_WithServices_BeginsThemAll()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(caller.SessionId, "answer", """
            {"stream_url":"wss://media.example.com/in","transcription":true,"deepfake_detection":{"enabled":true},"assistant":{"id":"a1"}}
            """);
        await caller.SayAsync("hi", Token);
        telnyx.Advance(50);

        (await telnyx.EventsAsync()).Should().Equal(
            "call.initiated", "call.answered", "streaming.started", "call.transcription", "call.deepfake_detection.result");
        (await telnyx.CommandAsync(caller.SessionId, "ai_assistant_start")).Code.Should().Be("90061");
        (await telnyx.CommandAsync(caller.SessionId, "transcription_start")).Code.Should().Be("90054");
        (await telnyx.SingleAsync("call.deepfake_detection.result")).Payload.GetProperty("score").ValueKind
            .Should().Be(JsonValueKind.Number);
    }

    [Fact]
    public async Task RecordStart_SilenceLimitWhileTranscribing_IsRefused()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        (await telnyx.CommandAsync(caller.SessionId, "transcription_stop")).Code.Should().Be("90055");
        await telnyx.DoAsync(caller.SessionId, "transcription_start");

        (await telnyx.CommandAsync(caller.SessionId, "record_start", """{"channels":"single","format":"mp3","timeout_secs":3}""")).Code
            .Should().Be("90053");
    }
}
