using System.Globalization;
using System.Text.Json.Nodes;

namespace CallControl.SessionGateway.Tests;

/// <summary>Every rule of the vendor's pages from both sides of its boundary. What is refused must not have become a request.</summary>
public sealed class CommandValidationTests
{
    private const string CountRule = "must have 1 to 128 addresses";
    private const string SchemeRule = "must be an absolute http or https address";
    private const string NameRule = "must be 1 to 64 letters, digits, hyphens and underscores and begin with a letter or digit";
    private const string KeyRule = "must be at least 16 printable ASCII characters without spaces";

    private static readonly Uri[] OneUrl = [new("https://cdn.example.com/a.wav")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> CommandPaths => SessionCommandCase.Paths;

    [Theory]
    [MemberData(nameof(CommandPaths))]
    public async Task CommandUid_OutsideOfThePattern_IsAViolationOfEveryCommand(string path)
    {
        var violations = await RefusedAsync(gateway =>
            SessionCommandCase.Of(path).Send(gateway, GatewayHarness.Session, new OperationId("a b"), Token));

        violations.Should().Equal(new Violation("command_uid", "must be 1 to 128 of letters, digits, dots, underscores and hyphens", "'a b'"));
    }

    [Theory]
    [MemberData(nameof(CommandPaths))]
    public async Task Session_None_IsAViolationOfEveryCommand(string path)
    {
        var violations = await RefusedAsync(gateway => SessionCommandCase.Of(path).Send(gateway, default, new OperationId("u"), Token));

        violations.Should().Equal(new Violation("session_uuid", "must be an identifier of the gateway", "''"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task CommandUid_Length_IsLimited(int length, bool valid)
    {
        var command = new AnswerCommand { CommandUid = new OperationId(new string('x', length)) };

        (await IsValidAsync(gateway => gateway.AnswerAsync(GatewayHarness.Session, command, Token))).Should().Be(valid);
    }

    [Theory]
    [InlineData("AZaz09._-", true)]
    [InlineData("a/b", false)]
    [InlineData("a:b", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    public async Task CommandUid_Characters_AreLimited(string uid, bool valid)
    {
        var command = new AnswerCommand { CommandUid = new OperationId(uid) };

        (await IsValidAsync(gateway => gateway.AnswerAsync(GatewayHarness.Session, command, Token))).Should().Be(valid);
    }

    [Fact]
    public async Task CommandUid_Default_IsAViolation()
    {
        var violations = await RefusedAsync(gateway => gateway.AnswerAsync(GatewayHarness.Session, new AnswerCommand { CommandUid = default }, Token));

        violations.Should().ContainSingle().Which.Field.Should().Be("command_uid");
    }

    [Fact]
    public async Task AdditionalProperties_WithCommandUid_IsAViolation()
    {
        var command = new AnswerCommand { AdditionalProperties = new JsonObject { ["command_uid"] = "mine" } };

        var violations = await RefusedAsync(gateway => gateway.AnswerAsync(GatewayHarness.Session, command, Token));

        violations.Should().Equal(new Violation("command_uid", "must be set as CommandUid, not among the additional properties", null));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Session_Dots_IsAViolation(string session)
    {
        var violations = await RefusedAsync(gateway => gateway.AnswerAsync(new CallId(session), new AnswerCommand(), Token));

        violations.Should().Equal(new Violation("session_uuid", "must be an identifier of the gateway", $"'{session}'"));
    }

    [Theory]
    [InlineData("NORMAL_CLEARING", true)]
    [InlineData("_", true)]
    [InlineData("", false)]
    [InlineData("Normal", false)]
    [InlineData("A B", false)]
    [InlineData("CAUSE_16", false)]
    public async Task Cause_Characters_AreLimited(string cause, bool valid) =>
        (await IsValidAsync(gateway => gateway.HangupAsync(GatewayHarness.Session, new HangupCommand { Cause = cause }, Token))).Should().Be(valid);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task Cause_Length_IsLimited(int length, bool valid)
    {
        var command = new HangupCommand { Cause = new string('A', length) };

        (await IsValidAsync(gateway => gateway.HangupAsync(GatewayHarness.Session, command, Token))).Should().Be(valid);
    }

    [Fact]
    public async Task Cause_Refused_IsNamed()
    {
        var violations = await RefusedAsync(gateway => gateway.HangupAsync(GatewayHarness.Session, new HangupCommand { Cause = "busy" }, Token));

        violations.Should().Equal(new Violation("cause", "must be 1 to 64 of capital letters and underscores", "'busy'"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task Urls_Count_IsLimited(int count, bool valid)
    {
        var urls = Enumerable.Repeat(OneUrl[0], count).ToArray();

        (await IsValidAsync(gateway => PlayAsync(gateway, urls))).Should().Be(valid);
        (await IsValidAsync(gateway => GatherAsync(gateway, new PlayAndGetDigitsCommand { PromptFiles = urls }))).Should().Be(valid);
        (await IsValidAsync(gateway => gateway.PlayConferenceAsync(GatewayHarness.Room, new PlayConferenceCommand { Urls = urls }, Token))).Should().Be(valid);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task InvalidFiles_Count_IsLimited(int count, bool valid)
    {
        var command = new PlayAndGetDigitsCommand { PromptFiles = OneUrl, InvalidFiles = Enumerable.Repeat(OneUrl[0], count).ToArray() };

        (await IsValidAsync(gateway => GatherAsync(gateway, command))).Should().Be(valid);
    }

    [Fact]
    public async Task Urls_Missing_AreNamed()
    {
        var playback = await RefusedAsync(gateway => PlayAsync(gateway, null!));
        var digits = await RefusedAsync(gateway => GatherAsync(gateway, new PlayAndGetDigitsCommand { PromptFiles = [] }));

        playback.Should().Equal(new Violation("urls", CountRule, "0"));
        digits.Should().Equal(new Violation("prompt_files", CountRule, "0"));
    }

    [Theory]
    [InlineData("http://cdn.example.com/a.wav", true)]
    [InlineData("https://cdn.example.com/a.wav", true)]
    [InlineData("ftp://cdn.example.com/a.wav", false)]
    [InlineData("file:///a.wav", false)]
    [InlineData("/a.wav", false)]
    [InlineData("a.wav", false)]
    public async Task Urls_Scheme_IsLimited(string url, bool valid)
    {
        Uri[] urls = [new(url, UriKind.RelativeOrAbsolute)];

        (await IsValidAsync(gateway => PlayAsync(gateway, urls))).Should().Be(valid);
        (await IsValidAsync(gateway => GatherAsync(gateway, new PlayAndGetDigitsCommand { PromptFiles = urls }))).Should().Be(valid);
        (await IsValidAsync(gateway => GatherAsync(gateway, new PlayAndGetDigitsCommand { PromptFiles = OneUrl, InvalidFiles = urls }))).Should().Be(valid);
    }

    [Theory]
    [InlineData("https://cdn.example.com/", 2048, true)]
    [InlineData("https://cdn.example.com/", 2049, false)]
    [InlineData("https://cdn.example.com:443/", 2049, false)]
    [InlineData("https://cdn.example.com/%7E", 2049, false)]
    public async Task Urls_Length_IsThatOfWhatIsSent(string start, int length, bool valid)
    {
        Uri[] urls = [new(start.PadRight(length, 'a'))];

        (await IsValidAsync(gateway => PlayAsync(gateway, urls))).Should().Be(valid);
        (await IsValidAsync(gateway => GatherAsync(gateway, new PlayAndGetDigitsCommand { PromptFiles = urls }))).Should().Be(valid);
    }

    [Fact]
    public async Task Urls_SeveralFaults_AreNamedByIndexWithoutTokens()
    {
        Uri[] urls =
        [
            OneUrl[0], new("ftp://user:secret@cdn.example.com/a.wav?token=t0ken"), null!, new("https://cdn.example.com/" + new string('a', 3000)),
        ];

        var violations = await RefusedAsync(gateway => PlayAsync(gateway, urls));

        violations.Should().Equal(
            new Violation("urls[1]", SchemeRule, "ftp://cdn.example.com/a.wav"),
            new Violation("urls[2]", SchemeRule, null),
            new Violation("urls[3]", "must be an address of at most 2048 characters", "3024"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(86_400, true)]
    [InlineData(86_401, false)]
    public async Task OffsetSec_Range_IsLimited(int offset, bool valid) =>
        (await IsValidAsync(gateway => PlayAsync(gateway, OneUrl, offset))).Should().Be(valid);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task OffsetSec_WithTwoUrls_IsAViolation(int offset)
    {
        var violations = await RefusedAsync(gateway => PlayAsync(gateway, [OneUrl[0], OneUrl[0]], offset));

        violations.Should().Equal(new Violation("offset_sec", "must not be given with more than one address", offset.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(-1, true)]
    [InlineData(int.MaxValue, true)]
    [InlineData(int.MinValue, true)]
    [InlineData(0, false)]
    public async Task PositionMs_Zero_IsAViolation(int position, bool valid)
    {
        var command = new SeekPlaybackCommand { PositionMs = position };

        (await IsValidAsync(gateway => gateway.SeekPlaybackAsync(GatewayHarness.Session, command, Token))).Should().Be(valid);
    }

    [Fact]
    public async Task PositionMs_Refused_IsNamed()
    {
        var violations = await RefusedAsync(gateway => gateway.SeekPlaybackAsync(GatewayHarness.Session, new SeekPlaybackCommand { PositionMs = 0 }, Token));

        violations.Should().Equal(new Violation("position_ms", "must not be zero", "0"));
    }

    [Theory]
    // min_digits and max_digits alone, the other by default (10 and 1)
    [InlineData(-1, null, null, null, "min_digits must be 0 to 128 (was -1)")]
    [InlineData(0, null, null, null, null)]
    [InlineData(10, null, null, null, null)]
    [InlineData(11, null, null, null, "min_digits must not be above max_digits, which is 10 (the other field's default) (was 11)")]
    [InlineData(128, null, null, null, "min_digits must not be above max_digits, which is 10 (the other field's default) (was 128)")]
    [InlineData(129, null, null, null, "min_digits must be 0 to 128 (was 129)")]
    [InlineData(null, 0, null, null, "max_digits must be 1 to 128 (was 0)")]
    [InlineData(null, 1, null, null, null)]
    [InlineData(null, 128, null, null, null)]
    [InlineData(null, 129, null, null, "max_digits must be 1 to 128 (was 129)")]
    // both
    [InlineData(128, 128, null, null, null)]
    [InlineData(5, 5, null, null, null)]
    [InlineData(6, 5, null, null, "min_digits must not be above max_digits, which is 5 (was 6)")]
    // max_tries alone
    [InlineData(null, null, 0, null, "max_tries must be 1 to 10 (was 0)")]
    [InlineData(null, null, 1, null, null)]
    [InlineData(null, null, 10, null, null)]
    [InlineData(null, null, 11, null, "max_tries must be 1 to 10 (was 11)")]
    // timeout alone: 40000 is the most with three tries by default
    [InlineData(null, null, null, 999, "timeout must be 1000 to 300000 (was 999)")]
    [InlineData(null, null, null, 1_000, null)]
    [InlineData(null, null, null, 40_000, null)]
    [InlineData(null, null, null, 40_001, "timeout times max_tries, which is 3, must be at most 120000 ms (the other field's default) (was 40001)")]
    [InlineData(null, null, null, 300_000, "timeout times max_tries, which is 3, must be at most 120000 ms (the other field's default) (was 300000)")]
    [InlineData(null, null, null, 300_001, "timeout must be 1000 to 300000 (was 300001)")]
    [InlineData(null, null, null, int.MaxValue, "timeout must be 1000 to 300000 (was 2147483647)")]
    // both
    [InlineData(null, null, 1, 120_000, null)]
    [InlineData(null, null, 1, 120_001, "timeout times max_tries, which is 1, must be at most 120000 ms (was 120001)")]
    [InlineData(null, null, 10, 12_000, null)]
    [InlineData(null, null, 10, 12_001, "timeout times max_tries, which is 10, must be at most 120000 ms (was 12001)")]
    [InlineData(null, null, 11, 40_001, "max_tries must be 1 to 10 (was 11)")]
    public async Task PlayAndGetDigits_Numbers_AreLimitedAloneAndTogether(int? min, int? max, int? tries, int? timeout, string? violation)
    {
        var command = new PlayAndGetDigitsCommand { PromptFiles = OneUrl, MinDigits = min, MaxDigits = max, MaxTries = tries, TimeoutMs = timeout };

        var violations = await ViolationsAsync(gateway => GatherAsync(gateway, command));

        violations.Select(found => found.ToString()).Should().Equal(violation is null ? [] : [violation]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("#", true)]
    [InlineData("*#", true)]
    [InlineData("################", true)]
    [InlineData("#################", false)]
    [InlineData("1", false)]
    [InlineData("# ", false)]
    public async Task Terminators_CharactersAndLength_AreLimited(string terminators, bool valid)
    {
        var command = new PlayAndGetDigitsCommand { PromptFiles = OneUrl, Terminators = terminators };

        (await IsValidAsync(gateway => GatherAsync(gateway, command))).Should().Be(valid);
    }

    [Fact]
    public async Task PlayAndGetDigits_ManyFaults_AreToldAtOnce()
    {
        var command = new PlayAndGetDigitsCommand
        {
            PromptFiles = [new Uri("ftp://cdn.example.com/a.wav")],
            MinDigits = 12,
            MaxTries = 11,
            TimeoutMs = 500,
            Terminators = "#1",
        };

        var violations = await RefusedAsync(gateway => GatherAsync(gateway, command));

        violations.Should().Equal(
            new Violation("prompt_files[0]", SchemeRule, "ftp://cdn.example.com/a.wav"),
            new Violation("max_tries", "must be 1 to 10", "11"),
            new Violation("timeout", "must be 1000 to 300000", "500"),
            new Violation("terminators", "must be 0 to 16 of # and *", "'#1'"),
            new Violation("min_digits", "must not be above max_digits, which is 10 (the other field's default)", "12"));
    }

    [Fact]
    public async Task StartPlayback_ThreeFaults_AreThreeViolations()
    {
        var command = new StartPlaybackCommand
        {
            CommandUid = new OperationId("no spaces"),
            Urls = [OneUrl[0], new Uri("ftp://cdn.example.com/b.wav")],
            OffsetSeconds = 3,
        };

        var violations = await RefusedAsync(gateway => gateway.StartPlaybackAsync(GatewayHarness.Session, command, Token));

        violations.Should().Equal(
            new Violation("command_uid", "must be 1 to 128 of letters, digits, dots, underscores and hyphens", "'no spaces'"),
            new Violation("urls[1]", SchemeRule, "ftp://cdn.example.com/b.wav"),
            new Violation("offset_sec", "must not be given with more than one address", "3"));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("0", true)]
    [InlineData("Team-Standup_1", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("_a", false)]
    [InlineData("Team Standup", false)]
    [InlineData("é", false)]
    public async Task ConferenceName_Characters_AreLimited(string name, bool valid) =>
        (await IsValidAsync(gateway => gateway.CreateConferenceAsync(new CreateConferenceCommand { Name = name }, Token))).Should().Be(valid);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task ConferenceName_Length_IsLimited(int length, bool valid)
    {
        var command = new CreateConferenceCommand { Name = new string('a', length) };

        (await IsValidAsync(gateway => gateway.CreateConferenceAsync(command, Token))).Should().Be(valid);
    }

    [Fact]
    public async Task ConferenceName_Refused_IsNamed()
    {
        var violations = await RefusedAsync(gateway => gateway.CreateConferenceAsync(new CreateConferenceCommand { Name = "Team Standup" }, Token));

        violations.Should().Equal(new Violation("name", NameRule, "'Team Standup'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task JoinConference_WithoutRoom_IsAViolation(string? room)
    {
        var violations = await RefusedAsync(gateway =>
            gateway.JoinConferenceAsync(GatewayHarness.Session, new JoinConferenceCommand { RoomId = room! }, Token));

        violations.Should().Equal(new Violation("room_id", "must not be empty", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Room_None_IsAViolation(string room)
    {
        var expected = new Violation("room_id", "must be an identifier of the gateway", $"'{room}'");

        (await RefusedAsync(gateway => gateway.GetConferenceAsync(room, Token))).Should().Equal(expected);
        (await RefusedAsync(gateway => gateway.DeleteConferenceAsync(room, Token))).Should().Equal(expected);
        (await RefusedAsync(gateway => gateway.PlayConferenceAsync(room, new PlayConferenceCommand(), Token))).Should().Equal(expected);
        (await RefusedAsync(gateway => gateway.StopConferenceAsync(room, new StopConferenceCommand(), Token))).Should().Equal(expected);
    }

    [Theory]
    [InlineData(0d, true)]
    [InlineData(-4.5, true)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public async Task Volume_Infinite_IsAViolation(double volume, bool valid)
    {
        var command = new SetConferenceVolumeCommand { Volume = volume };

        (await IsValidAsync(gateway => gateway.SetConferenceVolumeAsync(GatewayHarness.Room, command, Token))).Should().Be(valid);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("AZaz09_-", true)]
    [InlineData("", false)]
    [InlineData("a.b", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    public async Task AppId_Characters_AreLimited(string appId, bool valid) =>
        (await IsValidAsync(gateway => gateway.UpsertAppAsync(appId, new UpsertAppCommand(), Token))).Should().Be(valid);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task AppId_Length_IsLimited(int length, bool valid) =>
        (await IsValidAsync(gateway => gateway.UpsertAppAsync(new string('a', length), new UpsertAppCommand(), Token))).Should().Be(valid);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public async Task RateLimit_Range_IsLimited(int limit, bool valid) =>
        (await IsValidAsync(gateway => gateway.UpsertAppAsync("a", new UpsertAppCommand { RateLimit = limit }, Token))).Should().Be(valid);

    [Theory]
    [InlineData("https://hooks.example.com/x", true)]
    [InlineData("http://10.0.0.1/x", true)]
    [InlineData("", true)]
    [InlineData("hooks.example.com", false)]
    [InlineData("ftp://hooks.example.com", false)]
    public async Task WebhookUrl_Scheme_IsLimited(string url, bool valid) =>
        (await IsValidAsync(gateway => gateway.UpsertAppAsync("a", new UpsertAppCommand { WebhookUrl = url }, Token))).Should().Be(valid);

    [Theory]
    [InlineData("0123456789abcdef", true)]
    [InlineData("!~!~!~!~!~!~!~!~", true)]
    [InlineData("0123456789abcde", false)]
    [InlineData("0123456789abcde ", false)]
    [InlineData("0123456789abcdef\n", false)]
    [InlineData("0123456789abcdefé", false)]
    [InlineData("", false)]
    public async Task AppKey_CharactersAndLength_AreLimited(string key, bool valid) =>
        (await IsValidAsync(gateway => gateway.UpsertAppAsync("a", new UpsertAppCommand { ApiKey = key }, Token))).Should().Be(valid);

    [Theory]
    [InlineData("call.new", true)]
    [InlineData("playback.file_not_found", true)]
    [InlineData("conference.play.done", true)]
    [InlineData("", false)]
    [InlineData("conference.play.*", false)]
    [InlineData("Call.New", false)]
    public async Task Events_Names_AreLimited(string name, bool valid) =>
        (await IsValidAsync(gateway => gateway.UpsertAppAsync("a", new UpsertAppCommand { Events = [name] }, Token))).Should().Be(valid);

    [Fact]
    public async Task UpsertApp_AllFaults_AreToldAtOnceWithoutSecrets()
    {
        var command = new UpsertAppCommand { WebhookUrl = "hooks/5ecret", ApiKey = "short-secret", RateLimit = 10_001, Events = ["call.new", "no way"] };

        var violations = await RefusedAsync(gateway => gateway.UpsertAppAsync("a b", command, Token));

        violations.Should().Equal(
            new Violation("app_id", "must be 1 to 64 of letters, digits, hyphens and underscores", "'a b'"),
            new Violation("webhook_url", "must be empty or an absolute http or https address", "***"),
            new Violation("api_key", KeyRule, "***"),
            new Violation("rate_limit", "must be 0 to 10000", "10001"),
            new Violation("events[1]", "must be the name of an event", "'no way'"));
    }

    [Fact]
    public async Task NullArguments_Throw()
    {
        using var gateway = new GatewayHarness();

        await FluentActions.Awaiting(() => gateway.Client.AnswerAsync(GatewayHarness.Session, null!, Token)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => gateway.Client.CreateConferenceAsync(null!, Token)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => gateway.Client.GetConferenceAsync(null!, Token)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => gateway.Client.PlayConferenceAsync(null!, new PlayConferenceCommand(), Token)).Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => gateway.Client.UpsertAppAsync("a", null!, Token)).Should().ThrowAsync<ArgumentNullException>();
        gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public void ToString_AnyCommand_IsItsKindOnly()
    {
        var app = new UpsertAppCommand { ApiKey = GatewayHarness.ApiKey, WebhookUrl = "https://hooks.example.com/secret" };
        var playback = new StartPlaybackCommand { Urls = [new Uri("https://cdn.example.com/a.wav?token=t0ken")] };

        app.ToString().Should().Be("UpsertAppCommand");
        playback.ToString().Should().Be("StartPlaybackCommand");
    }

    private static Task<CommandAccepted> PlayAsync(ISessionGatewayClient client, IReadOnlyList<Uri> urls, int? offset = null) =>
        client.StartPlaybackAsync(GatewayHarness.Session, new StartPlaybackCommand { Urls = urls, OffsetSeconds = offset }, Token);

    private static Task<CommandAccepted> GatherAsync(ISessionGatewayClient client, PlayAndGetDigitsCommand command) =>
        client.PlayAndGetDigitsAsync(GatewayHarness.Session, command, Token);

    private static async Task<IReadOnlyList<Violation>> RefusedAsync(Func<ISessionGatewayClient, Task> send)
    {
        var violations = await ViolationsAsync(send);
        violations.Should().NotBeEmpty();
        return violations;
    }

    private static async Task<bool> IsValidAsync(Func<ISessionGatewayClient, Task> send) => (await ViolationsAsync(send)).Count == 0;

    private static async Task<IReadOnlyList<Violation>> ViolationsAsync(Func<ISessionGatewayClient, Task> send)
    {
        using var gateway = new GatewayHarness().Answering(System.Net.HttpStatusCode.OK, """{"room_id": "r1"}""");
        try
        {
            await send(gateway.Client);
        }
        catch (RequestValidationException exception)
        {
            exception.Effect.Should().Be(CommandEffect.NotSent);
            exception.Provider.Should().Be(GatewayHarness.Provider);
            gateway.Requests.Should().BeEmpty("what is not valid must not be sent");
            return exception.Violations;
        }

        gateway.Requests.Should().HaveCount(1);
        return [];
    }
}
