namespace CallControl.Callr.Tests;

/// <summary>What is wrong is told before anything is sent, all of it at once.</summary>
public sealed class CallrClientValidationTests
{
    private const string App = "4346423A";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("4346423A", "+33622222222", 5, null, null)]
    [InlineData("ZZZZZZZZ", "+33622222222", 300, "BLOCKED", "")]
    [InlineData("00000000", "+33622222222", 30, "+123456", "abcXYZ0123456789abcXYZ0123456789")]
    [InlineData("00000000", "+33622222222", 30, "+123456789012345", "a")]
    public async Task StartCallAsync_WithinTheRules_IsSent(string app, string number, int timeout, string? callerId, string? tag)
    {
        using var callr = new RpcHarness().WithResult("\"r1\"");

        var request = await callr.Client.StartCallAsync(
            new() { App = app, Target = new() { Number = number, TimeoutSeconds = timeout }, CallerId = callerId, CdrField = tag }, Token);

        request.Should().Be("r1");
        callr.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("4346423", "+33622222222", 30, null, null, "app")]
    [InlineData("4346423a", "+33622222222", 30, null, null, "app")]
    [InlineData("4346423A1", "+33622222222", 30, null, null, "app")]
    [InlineData("4346423A", "33622222222", 30, null, null, "target.number")]
    [InlineData("4346423A", "", 30, null, null, "target.number")]
    [InlineData("4346423A", "+33622222222", 4, null, null, "target.timeout")]
    [InlineData("4346423A", "+33622222222", 301, null, null, "target.timeout")]
    [InlineData("4346423A", "+33622222222", 30, "", null, "options.cli")]
    [InlineData("4346423A", "+33622222222", 30, "blocked", null, "options.cli")]
    [InlineData("4346423A", "+33622222222", 30, "+12345", null, "options.cli")]
    [InlineData("4346423A", "+33622222222", 30, "+0123456", null, "options.cli")]
    [InlineData("4346423A", "+33622222222", 30, "+1234567890123456", null, "options.cli")]
    [InlineData("4346423A", "+33622222222", 30, null, "a-b", "options.cdr_field")]
    [InlineData("4346423A", "+33622222222", 30, null, "abcXYZ0123456789abcXYZ0123456789a", "options.cdr_field")]
    [InlineData("", "x", 0, "x", "_", "app", "target.number", "target.timeout", "options.cli", "options.cdr_field")]
    public async Task StartCallAsync_AgainstTheRules_NamesEveryMember(
        string app, string number, int timeout, string? callerId, string? tag, params string[] fields)
    {
        var command = new StartCallCommand { App = app, Target = new() { Number = number, TimeoutSeconds = timeout }, CallerId = callerId, CdrField = tag };

        (await FieldsAsync(client => client.StartCallAsync(command, Token))).Should().Equal(fields);
    }

    [Fact]
    public async Task StartCallAsync_NoTarget_SaysSo() =>
        (await FieldsAsync(client => client.StartCallAsync(new() { App = App, Target = null! }, Token))).Should().Equal("target");

    [Fact]
    public async Task BroadcastAsync_AgainstTheRules_NamesEveryMember()
    {
        var none = new BroadcastCommand { Target = new() { Number = "1" }, Messages = [], CallerId = "x", CdrField = "_", Loop = 0 };
        var wrong = new BroadcastCommand { Target = new() { Number = "+33622222222" }, Messages = [CallrMedia.Library(1), CallrMedia.None, CallrMedia.Speech("A", "b|c"), null!] };

        (await FieldsAsync(client => client.BroadcastAsync(none, Token))).Should().Equal("target.number", "messages", "options.cli", "options.cdr_field", "options.loop");
        (await FieldsAsync(client => client.BroadcastAsync(wrong, Token))).Should().Equal("messages[1]", "messages[2]", "messages[3]");
    }

    [Theory]
    [InlineData("Café Été (1) _-")]
    [InlineData("日本")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg")]
    public async Task CreateAppAsync_NameWithinTheRules_IsSent(string name)
    {
        using var callr = new RpcHarness().WithResult("{}");

        await callr.Client.CreateAppAsync(name, cancellationToken: Token);

        callr.Request.Json().GetProperty("params")[1].GetString().Should().Be(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a\tb")]
    [InlineData("a١")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg")]
    public async Task CreateAppAsync_NameAgainstTheRules_IsRefused(string name) =>
        (await FieldsAsync(client => client.CreateAppAsync(name, cancellationToken: Token))).Should().Equal("name");

    [Fact]
    public async Task Apps_AgainstTheRules_NameEveryMember()
    {
        var settings = new CallrRealTimeAppSettings { Url = new Uri("ftp://example.com"), Login = "a:b", Password = "a\nb" };
        var relative = new CallrRealTimeAppSettings { Url = new Uri("/calls", UriKind.Relative) };

        (await FieldsAsync(client => client.CreateAppAsync(".", settings, Token))).Should().Equal("name", "p.url", "p.login", "p.password");
        (await FieldsAsync(client => client.EditAppAsync("x", ".", relative, Token))).Should().Equal("hash", "name", "p.url");
        (await FieldsAsync(client => client.GetAppAsync("x", Token))).Should().Equal("hash");
        (await FieldsAsync(client => client.DeleteAppAsync(null!, Token))).Should().Equal("hash");
        (await FieldsAsync(client => client.AssignDidAsync("x", "+33199000000", Token))).Should().Equal("app", "did");
        (await FieldsAsync(client => client.RemoveDidAsync("", Token))).Should().Equal("did");
        (await FieldsAsync(client => client.ListAuthorizedCallerIdsAsync(default, Token))).Should().Equal("type");
    }

    [Fact]
    public async Task Library_AgainstTheRules_NamesEveryMember()
    {
        var tags = new Dictionary<string, IReadOnlyList<string>> { [" "] = [], ["shop"] = null! };

        (await FieldsAsync(client => client.CreateMediaAsync(" ", Token))).Should().Equal("name");
        (await FieldsAsync(client => client.GetMediaAsync(0, Token))).Should().Equal("media_id");
        (await FieldsAsync(client => client.ListMediaAsync(["a", ""], Token))).Should().Equal("categories[1]");
        (await FieldsAsync(client => client.DeleteMediaAsync(-1, Token))).Should().Equal("media_id");
        (await FieldsAsync(client => client.SetMediaNameAsync(0, "", Token))).Should().Equal("media_id", "name");
        (await FieldsAsync(client => client.SetMediaTagsAsync(0, tags, Token))).Should().Equal("media_id", "tags", "tags.shop");
        (await FieldsAsync(client => client.SetMediaContentAsync(0, "", default, Token))).Should().Equal("media_id", "audio_data");
        (await FieldsAsync(client => client.SetMediaContentFromRecordingAsync(0, "", Token))).Should().Equal("media_id", "media_file");
        (await FieldsAsync(client => client.SetMediaSpeechAsync(0, "", "", cancellationToken: Token))).Should().Equal("media_id", "text", "voice");
        (await FieldsAsync(client => client.GetMediaPhoneIdAsync(0, "", Token))).Should().Equal("media_id", "country_code");
    }

    [Fact]
    public async Task Others_AgainstTheRules_NameEveryMember()
    {
        (await FieldsAsync(client => client.HangupCallAsync(0, Token))).Should().Equal("callid");
        (await FieldsAsync(client => client.BreakCommandAsync(0, Token))).Should().Equal("callid");
        (await FieldsAsync(client => client.GetBroadcastStatusAsync("", Token))).Should().Equal("request_id");
        (await FieldsAsync(client => client.SubscribeWebhookAsync("", new Uri("/x", UriKind.Relative), cancellationToken: Token))).Should().Equal("type", "endpoint");
    }

    [Fact]
    public void Violation_OfAnyMethod_ComesByTheTask()
    {
        using var callr = new RpcHarness();
        Task[] tasks =
        [
            callr.Client.StartCallAsync(new() { App = "", Target = null! }, Token), callr.Client.HangupCallAsync(0, Token), callr.Client.GetAppAsync("x", Token),
            callr.Client.DeleteAppAsync("x", Token), callr.Client.DeleteMediaAsync(0, Token), callr.Client.InvokeAsync("", [], Token),
        ];

        tasks.Should().OnlyContain(task => task.IsFaulted);
    }

    [Fact]
    public async Task Violation_ByANumber_DoesNotShowIt()
    {
        using var callr = new RpcHarness();
        var command = new StartCallCommand { App = App, Target = new() { Number = "0622222222" }, CallerId = "+3319900" + "000000000000" };

        var thrown = (await FluentActions.Awaiting(() => callr.Client.StartCallAsync(command, Token)).Should().ThrowAsync<RequestValidationException>()).Which;

        thrown.ToString().Should().NotContainAny("06222222", "3319900");
        thrown.Provider.Should().Be(RpcHarness.Provider);
    }

    [Fact]
    public void ToString_OfRecordsWithNumbersOrSecrets_ShowsNeither()
    {
        object[] records =
        [
            new StartCallCommand { App = App, Target = new() { Number = "+33622222222" }, CallerId = "+33622222222" },
            new BroadcastCommand { Target = new() { Number = "+33622222222" }, Messages = [CallrMedia.Speech("voice", "private")] },
            new CallrRealTimeAppSettings { Url = new Uri("https://login:private@example.com/calls?key=private"), Login = "private", Password = "private" },
            new CallrApp { Hash = App, Settings = new() { Password = "private" }, Dids = [new() { LocalNumber = "0622222222" }] },
            new CallrDid { Hash = "D1D1D1D1", InternationalNumber = "+33622222222", LocalNumber = "0622222222" },
            new CallrAuthorizedCallerId { CallerId = "+33622222222", Label = "private" },
            new CallrMediaItem { Id = 1, Content = "private", Url = new Uri("https://example.com/private") },
            new CallrPhoneId { Code = "private", Number = "+33622222222" },
        ];

        records.Select(record => record.ToString()).Should().OnlyContain(text => !text!.Contains("622222222") && !text.Contains("private"));
        records[2].ToString().Should().Be("CallrRealTimeAppSettings { Url = https://example.com/calls }");
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Func<ICallrClient, Task> send)
    {
        using var callr = new RpcHarness();

        var thrown = (await FluentActions.Awaiting(() => send(callr.Client)).Should().ThrowAsync<RequestValidationException>()).Which;

        callr.Requests.Should().BeEmpty();
        return thrown.Violations.Select(violation => violation.Field);
    }
}
