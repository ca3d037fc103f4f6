namespace CallControl.Testing.Tests.SessionGateway;

public sealed class ValidationTests(ValidationTests.Gateway fixture) : IClassFixture<ValidationTests.Gateway>
{
    private const string A = "https://cdn.example.com/a.wav";

    public static TheoryData<string, string, string?> Refused => new()
    {
        // All commands
        { "answer", "", "Invalid request body" },
        { "answer", "{", "Invalid request body" },
        { "answer", "[]", "Invalid request body" },
        { "answer", """{"command_uid":"has space"}""", "Invalid command_uid format" },
        { "answer", """{"command_uid":"a/b"}""", "Invalid command_uid format" },
        { "answer", """{"command_uid":""}""", "Invalid command_uid format" },
        { "answer", """{"command_uid":"a\n"}""", "Invalid command_uid format" },
        { "answer", $$"""{"command_uid":"{{new string('a', 129)}}"}""", "Invalid command_uid format" },
        { "answer", """{"command_uid":1}""", null },
        { "answer", """{"cause":"USER_BUSY"}""", null },
        { "playback/stop", """{"position_ms":1}""", null },

        // Hang up
        { "hangup", """{"cause":"user_busy"}""", null },
        { "hangup", """{"cause":"USER BUSY"}""", null },
        { "hangup", """{"cause":"17"}""", null },
        { "hangup", """{"cause":""}""", null },
        { "hangup", $$"""{"cause":"{{new string('A', 65)}}"}""", null },

        // Playback
        { "playback/start", "{}", "urls is required" },
        { "playback/start", """{"urls":[]}""", "urls is required" },
        { "playback/start", """{"urls":null}""", "urls is required" },
        { "playback/start", $$"""{"urls":"{{A}}"}""", null },
        { "playback/start", """{"urls":[1]}""", null },
        { "playback/start", """{"urls":["ftp://cdn.example.com/a.wav"]}""", null },
        { "playback/start", """{"urls":["file:///a.wav"]}""", null },
        { "playback/start", """{"urls":["a.wav"]}""", null },
        { "playback/start", """{"urls":[""]}""", null },
        { "playback/start", Urls("urls", 129), null },
        { "playback/start", $$"""{"urls":["{{Long(2049)}}"]}""", null },
        { "playback/start", $$"""{"urls":["{{A}}"],"offset_ms":1000}""", null },
        { "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":-1}""", null },
        { "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":86401}""", null },
        { "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":1.5}""", null },
        { "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":"1"}""", null },
        { "playback/start", $$"""{"urls":["{{A}}","{{A}}"],"offset_sec":1}""", null },
        { "playback/start", $$"""{"urls":["{{A}}","{{A}}"],"offset_sec":0}""", null },
        { "playback/seek", "{}", null },
        { "playback/seek", """{"position_ms":0}""", null },
        { "playback/seek", """{"position_ms":"10"}""", null },
        { "playback/seek", """{"position_ms":0.5}""", null },

        // Digits
        { "play_and_get_digits", "{}", "urls is required" },
        { "play_and_get_digits", """{"prompt_files":[]}""", "urls is required" },
        { "play_and_get_digits", """{"prompt_files":["sip:a"]}""", null },
        { "play_and_get_digits", Urls("prompt_files", 129), null },
        { "play_and_get_digits", Digits($"\"invalid_files\":[{string.Join(',', Enumerable.Repeat($"\"{A}\"", 129))}]"), null },
        { "play_and_get_digits", Digits("\"invalid_files\":[\"x\"]"), null },
        { "play_and_get_digits", Digits("\"min_digits\":-1"), null },
        { "play_and_get_digits", Digits("\"min_digits\":129,\"max_digits\":128"), null },
        { "play_and_get_digits", Digits("\"min_digits\":5,\"max_digits\":4"), null },
        { "play_and_get_digits", Digits("\"min_digits\":11"), null },
        { "play_and_get_digits", Digits("\"min_digits\":0,\"max_digits\":0"), null },
        { "play_and_get_digits", Digits("\"max_digits\":129"), null },
        { "play_and_get_digits", Digits("\"max_tries\":0"), null },
        { "play_and_get_digits", Digits("\"max_tries\":11,\"timeout\":1000"), null },
        { "play_and_get_digits", Digits("\"timeout\":999"), null },
        { "play_and_get_digits", Digits("\"timeout\":300001,\"max_tries\":1"), null },
        { "play_and_get_digits", Digits("\"timeout\":120001,\"max_tries\":1"), null },
        { "play_and_get_digits", Digits("\"timeout\":40001"), null },
        { "play_and_get_digits", Digits("\"terminators\":\"0\""), null },
        { "play_and_get_digits", Digits("\"terminators\":\"#################\""), null },
        { "play_and_get_digits", Digits("\"urls\":[\"https://cdn.example.com/a.wav\"]"), null },

        // Recording and conference
        { "record/start", """{"format":"wav"}""", null },
        { "record/start", """{"max_duration":10}""", null },
        { "record/stop", """{"x":1}""", null },
        { "conference/join", "{}", null },
        { "conference/mute", """{"muted":true}""", null },
    };

    public static TheoryData<string, string> Accepted => new()
    {
        { "answer", $$"""{"command_uid":"{{new string('a', 128)}}"}""" },
        { "answer", """{"command_uid":"aZ0._-"}""" },
        { "hangup", $$"""{"cause":"{{new string('A', 64)}}"}""" },
        { "playback/start", Urls("urls", 128) },
        { "playback/start", $$"""{"urls":["{{Long(2048)}}"]}""" },
        { "playback/start", """{"urls":["http://cdn.example.com/a.wav"],"offset_sec":86400}""" },
        { "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":0}""" },
        { "playback/seek", """{"position_ms":-1}""" },
        { "playback/seek", """{"position_ms":9223372036854775807}""" },
        { "play_and_get_digits", Digits("\"min_digits\":0,\"max_digits\":1") },
        { "play_and_get_digits", Digits("\"min_digits\":128,\"max_digits\":128") },
        { "play_and_get_digits", Digits("\"max_tries\":10,\"timeout\":12000") },
        { "play_and_get_digits", Digits("\"max_tries\":1,\"timeout\":120000") },
        { "play_and_get_digits", Digits("\"timeout\":1000") },
        { "play_and_get_digits", Digits("\"timeout\":40000") },
        { "play_and_get_digits", Digits("\"terminators\":\"#*#*#*#*#*#*#*#*\"") },
        { "record/start", """{"command_uid":"r-1"}""" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Command_BadBody_Is400(string command, string body, string? text)
    {
        var caller = await fixture.Harness.PlaceCallAsync();

        var answer = await fixture.Harness.CommandAsync(caller, command, body);

        answer.Status.Should().Be(400);
        answer.Json.GetProperty("success").GetBoolean().Should().BeFalse();
        if (text is null)
            answer.Error.Should().NotBeEmpty();
        else
            answer.Error.Should().Be(text);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Command_BodyAtTheLimit_Is202(string command, string body)
    {
        var caller = await fixture.Harness.PlaceCallAsync();

        var answer = await fixture.Harness.CommandAsync(caller, command, body);

        answer.Status.Should().Be(202, answer.Text);
    }

    private static string Digits(string rest) => $$"""{"prompt_files":["https://cdn.example.com/p.wav"],{{rest}}}""";

    private static string Urls(string field, int count) =>
        $$"""{"{{field}}":[{{string.Join(',', Enumerable.Repeat($"\"{A}\"", count))}}]}""";

    private static string Long(int length) => "https://cdn.example.com/".PadRight(length, 'a');

    public sealed class Gateway : IAsyncLifetime
    {
        public GatewayHarness Harness { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Harness = await GatewayHarness.StartAsync();

        public ValueTask DisposeAsync() => Harness.DisposeAsync();
    }
}
