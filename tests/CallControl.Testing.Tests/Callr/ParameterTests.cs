using System.Text.Json.Nodes;

namespace CallControl.Testing.Tests.Callr;

/// <summary>Every parameter of every command is looked at: there, known, of its kind, and in its range.</summary>
public sealed class ParameterTests
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["conference"] = """
            {"id":"room","auto_leave_when_alone":false,"auto_leave_announce":0,"user_join":0,"user_leave":0,"waiting":0,"welcome":0,
             "pin_prompt":0,"pin_error":0,"pin_valid":0,"pin_code":"","pin_max_tries":3,"pin_wait":5}
            """,
        ["dialout"] = """
            {"targets":[{"number":"+15550100009","timeout":20}],"cli":"BLOCKED","ringtone":"RING","whisper":0,"cdr_field":""}
            """,
        ["hangup_callid"] = """{"callid":421889}""",
        ["play"] = """{"media_id":0}""",
        ["play_record"] = """{"media_file":"record-unknown"}""",
        ["play_talk_detect"] = """{"media_id":0,"min_ms":500,"max_ms":60000,"silence_ms":5,"analysistime_ms":4000}""",
        ["play_wav_data"] = """{"audio_data":"UklGRg=="}""",
        ["read"] = """{"media_id":0,"max_digits":20,"attempts":10,"timeout_ms":30000}""",
        ["record"] = """{"max_duration":0,"silence":0}""",
        ["send_dtmf"] = """{"digits":"0123456789*#","duration_ms":500,"timeout_ms":500}""",
        ["simple_conference"] = """{"id":"room","auto_leave_when_alone":true}""",
        ["start_call_recording"] = """{"announce":0}""",
        ["stop_call_recording"] = """{"announce":0}""",
        ["wait"] = """{"wait":1}""",
        ["wait_for_silence"] = """{"silence_ms":5000,"iterations":10,"timeout":0}""",
    };

    public static TheoryData<string, string> Required
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (command, example) in Examples)
            {
                foreach (var (name, _) in JsonNode.Parse(example)!.AsObject())
                    all.Add(command, name);
            }

            return all;
        }
    }

    /// <summary>A value just outside of what is documented.</summary>
    public static TheoryData<string, string, string> Outside => new()
    {
        { "conference", "id", "\"\"" },
        { "conference", "pin_code", "\"12a\"" },
        { "conference", "pin_code", "\"12345678901\"" },
        { "dialout", "cli", "\"0123456789\"" },
        { "dialout", "cli", "\"+12345\"" },
        { "dialout", "ringtone", "\"ring\"" },
        { "dialout", "cdr_field", "\"with-dash\"" },
        { "dialout", "cdr_field", "\"123456789012345678901234567890123\"" },
        { "dialout", "targets", "[]" },
        { "dialout", "targets.0.number", "\"15550100009\"" },
        { "dialout", "targets.0.timeout", "4" },
        { "dialout", "targets.0.timeout", "301" },
        { "play", "media_id", "-1" },
        { "play", "media_id", "\"TTS|Hello\"" },
        { "play", "media_id", "\"https://example.com/file.wav\"" },
        { "play_wav_data", "audio_data", "\"no base64!\"" },
        { "play_talk_detect", "min_ms", "0" },
        { "play_talk_detect", "min_ms", "60001" },
        { "play_talk_detect", "max_ms", "0" },
        { "play_talk_detect", "max_ms", "60001" },
        { "play_talk_detect", "silence_ms", "0" },
        { "play_talk_detect", "silence_ms", "5001" },
        { "play_talk_detect", "analysistime_ms", "0" },
        { "play_talk_detect", "analysistime_ms", "60001" },
        { "read", "max_digits", "0" },
        { "read", "max_digits", "21" },
        { "read", "attempts", "0" },
        { "read", "attempts", "11" },
        { "read", "timeout_ms", "99" },
        { "read", "timeout_ms", "30001" },
        { "record", "max_duration", "-1" },
        { "record", "max_duration", "301" },
        { "record", "silence", "-1" },
        { "record", "silence", "21" },
        { "send_dtmf", "digits", "\"12A\"" },
        { "send_dtmf", "digits", "\"\"" },
        { "send_dtmf", "duration_ms", "0" },
        { "send_dtmf", "duration_ms", "5001" },
        { "send_dtmf", "timeout_ms", "-1" },
        { "send_dtmf", "timeout_ms", "10001" },
        { "start_call_recording", "feeds", "\"leg_c\"" },
        { "start_call_recording", "locale", "\"english\"" },
        { "wait", "wait", "0" },
        { "wait", "wait", "31" },
        { "wait_for_silence", "silence_ms", "0" },
        { "wait_for_silence", "silence_ms", "5001" },
        { "wait_for_silence", "iterations", "0" },
        { "wait_for_silence", "iterations", "11" },
        { "wait_for_silence", "timeout", "-1" },
        { "wait_for_silence", "timeout", "301" },
    };

    [Theory]
    [MemberData(nameof(Required))]
    public async Task Parameter_LeftOut_IsAnError(string command, string name)
    {
        var parameters = JsonNode.Parse(Examples[command])!.AsObject();
        parameters.Remove(name);

        (await ErrorOfAsync(command, parameters.ToJsonString())).Should().Be($"PROPERTY_MISSING_ERROR [{name}]");
    }

    [Theory]
    [MemberData(nameof(Required))]
    public async Task Parameter_OfAnotherKind_IsAnError(string command, string name)
    {
        var parameters = JsonNode.Parse(Examples[command])!.AsObject();
        parameters[name] = null;

        (await ErrorOfAsync(command, parameters.ToJsonString())).Should().Be($"PROPERTY_TYPE_ERROR [{name}]");
    }

    [Theory]
    [MemberData(nameof(Outside))]
    public async Task Parameter_OutsideOfItsRange_IsAnError(string command, string path, string value)
    {
        var parameters = JsonNode.Parse(Examples[command])!.AsObject();
        var members = path.Split('.');
        JsonNode parent = parameters;
        foreach (var member in members[..^1])
            parent = parent is JsonArray list ? list[0]! : parent[member]!;
        parent[members[^1]] = JsonNode.Parse(value);

        (await ErrorOfAsync(command, parameters.ToJsonString())).Should().Be($"PROPERTY_VALUE_ERROR [{path}]");
    }

    [Theory]
    [InlineData("transcription")]
    [InlineData("ner")]
    [InlineData("pii")]
    [InlineData("sentiment")]
    public async Task RecordingFlag_ThatIsNull_IsAnError(string name) =>
        (await ErrorOfAsync("start_call_recording", $$"""{"announce":0,"{{name}}":null}""")).Should().Be($"PROPERTY_TYPE_ERROR [{name}]");

    [Fact]
    public async Task CallId_BeyondSixtyFourBits_IsAnError() =>
        (await ErrorOfAsync("hangup_callid", """{"callid":18446744073709551616}""")).Should().Be("PROPERTY_TYPE_ERROR [callid]");

    private static async Task<string> ErrorOfAsync(string command, string parameters)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Reply(command, 5, parameters);

        var post = await callr.ReportAsync(caller, command);
        (post.Status, post.Id, post.Result).Should().Be(("UP", "5", "\"\""));
        callr.Emulator.ScriptErrors.Select(error => error.Method).Should().Equal(command);
        return post.Error;
    }
}
