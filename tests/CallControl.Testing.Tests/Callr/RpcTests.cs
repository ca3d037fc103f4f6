using System.Text;
using System.Text.Json;

namespace CallControl.Testing.Tests.Callr;

public sealed class RpcTests
{
    private const string Target = """{"number":"+15550100009","timeout":30}""";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "calls.realtime", $$"""["NOSUCH00",{{Target}},null]""", "PROPERTY_VALUE_ERROR [app]" },
        { "calls.realtime", $$"""["APP",[{{Target}}],null]""", "INVALID_PARAM_FORMAT [target]" },
        { "calls.realtime", """["APP",{"number":"15550100009","timeout":30},null]""", "INVALID_PARAM_FORMAT [target]" },
        { "calls.realtime", """["APP",{"number":"+15550100009","timeout":4},null]""", "INVALID_PARAM_FORMAT [target]" },
        { "calls.realtime", """["APP",{"number":"+15550100009"},null]""", "INVALID_PARAM_FORMAT [target]" },
        { "calls.realtime", $$"""["APP",{{Target}},{"cli":"nobody"}]""", "PROPERTY_VALUE_ERROR [options.cli]" },
        { "calls.realtime", $$"""["APP",{{Target}},{"cdr_field":null}]""", "PROPERTY_VALUE_ERROR [options.cdr_field]" },
        { "calls.realtime", $$"""["APP",{{Target}},{"cdr_field":"a b"}]""", "PROPERTY_VALUE_ERROR [options.cdr_field]" },
        { "calls.realtime", $$"""["APP",{{Target}},{"timeout":1}]""", "PROPERTY_VALUE_ERROR [options.timeout]" },
        { "calls.realtime", """["APP"]""", "MISSING_PARAM" },
        { "calls.realtime", $$"""["APP",{{Target}},null,null]""", "TOO_MANY_PARAMS" },
        { "calls.hangup", "[1]", "MISSING_PARAM" },
        { "calls.hangup", "[1,null]", "INVALID_PARAM_FORMAT [options]" },
        { "calls.hangup", """["1",{}]""", "INVALID_PARAM_FORMAT [callid]" },
        { "calls.realtime_break", "[-1]", "INVALID_PARAM_FORMAT [callid]" },
        { "calls.get_status_1", """["nothing"]""", "PROPERTY_VALUE_ERROR [request_id]" },
        { "calls.broadcast_1", $$"""[{{Target}},[],null]""", "INVALID_PARAM_FORMAT [messages]" },
        { "apps.create", """["CALLTRACKING10","Name",null]""", "BAD_APP_TYPE" },
        { "apps.create", """["REALTIME10","",null]""", "PROPERTY_VALUE_ERROR [name]" },
        { "apps.create", """["REALTIME10","Name",{"url":"ftp://x"}]""", "PROPERTY_VALUE_ERROR [p.url]" },
        { "apps.create", """["REALTIME10","Name",{"data_format":"XML"}]""", "PROPERTY_VALUE_ERROR [p.data_format]" },
        { "apps.get", """["NOSUCH00"]""", "PROPERTY_VALUE_ERROR [hash]" },
        { "apps.assign_did", """["APP","NOSUCH00"]""", "PROPERTY_VALUE_ERROR [did]" },
        { "media/library.get", "[4711]", "PROPERTY_VALUE_ERROR [media_id]" },
        { "media/library.set_content_from_recording", """[42,"nothing"]""", "FILE_NOT_FOUND" },
        { "webhooks.subscribe", """["call.nothing","https://example.com",null]""", "PROPERTY_VALUE_ERROR [type]" },
        { "webhooks.subscribe", """["call.inbound_start","nowhere",null]""", "PROPERTY_VALUE_ERROR [endpoint]" },
        { "calls.juggle", "[]", "METHOD_NOT_FOUND" },
        { "calls.hangup", """{"callid":1,"options":{}}""", "INVALID_PARAMS" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Method_WithWrongParameters_SaysWhich(string method, string parameters, string message)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(1));

        var error = await callr.RpcErrorAsync(method, parameters.Replace("\"APP\"", $"\"{callr.Emulator.App}\"", StringComparison.Ordinal));

        error.Should().Be(message);
        callr.Server.All.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","method":"apps.get_list","params":[false]}""", -32600)]
    [InlineData("""{"id":1,"method":"apps.get_list","params":[false]}""", -32600)]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"apps.get_list","params":[false]}]""", -32600)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"params":[]}""", -32600)]
    [InlineData("no json", -32700)]
    public async Task Request_ThatIsNone_IsRefused(string body, int code)
    {
        await using var callr = await CallrHarness.StartAsync();

        var answer = await callr.PostRpcAsync(body);

        answer.GetProperty("error").GetProperty("code").GetInt32().Should().Be(code);
    }

    [Fact]
    public async Task Credentials_OfEachKind_AreTaken()
    {
        await using var callr = await CallrHarness.StartAsync();
        const string Body = """{"jsonrpc":"2.0","id":"a","method":"apps.get_list","params":[false]}""";

        var basic = await callr.SendAsync(Body, "Basic", Base64($"{callr.Emulator.Login}:{callr.Emulator.Password}"));
        var key = await callr.SendAsync(Body, "Api-Key", callr.Emulator.ApiKey);
        var session = await callr.SendAsync(Body, "Session", callr.Options.SessionToken);
        var wrong = await callr.SendAsync(Body, "Basic", Base64($"{callr.Emulator.Login}:guess"));

        (basic.Status, key.Status, session.Status, wrong.Status).Should().Be((200, 200, 200, 401));
        JsonDocument.Parse(basic.Text).RootElement.GetProperty("id").GetString().Should().Be("a");
        JsonDocument.Parse(wrong.Text).RootElement.GetProperty("error").GetProperty("message").GetString().Should().Be("FORBIDDEN");
        callr.Emulator.ApiKey.Should().MatchRegex("^[0-9a-f]{100}$");
        callr.Emulator.BaseAddress.AbsolutePath.Should().Be("/json-rpc/v1.1/");
    }

    [Fact]
    public async Task Apps_FromCreationToDeletion_KeepWhatTheyAreTold()
    {
        await using var callr = await CallrHarness.StartAsync();
        var did = callr.Emulator.Dids[0].Hash;

        var created = await callr.RpcAsync("apps.create", """
            ["REALTIME10","My app (1)",{"url":"https://example.com/rt","login":"a","password":"b","data_format":"JSON"}]
            """);
        var hash = created.GetProperty("hash").GetString()!;
        hash.Should().MatchRegex("^[A-Z0-9]{8}$");
        created.GetProperty("package").GetProperty("name").GetString().Should().Be("REALTIME10");
        created.GetProperty("date_creation").GetString().Should().Be("2026-01-01 00:00:00");
        await callr.RpcAsync("apps.assign_did", $"""["{hash}","{did}"]""");
        await callr.RpcAsync("apps.edit", $$"""["{{hash}}",null,{"url":"https://example.com/other"}]""");

        var read = await callr.RpcAsync("apps.get", $"""["{hash}"]""");
        read.GetProperty("name").GetString().Should().Be("My app (1)");
        var p = read.GetProperty("p");
        (p.GetProperty("url").GetString(), p.GetProperty("login").GetString(), p.GetProperty("data_format").GetString())
            .Should().Be(("https://example.com/other", "a", "JSON"));
        read.GetProperty("did")[0].GetProperty("hash").GetString().Should().Be(did);
        (await callr.RpcAsync("apps.get_list", "[true]")).GetArrayLength().Should().Be(2);
        (await callr.RpcAsync("apps.get_dids", "[true]")).GetArrayLength().Should().Be(1);

        (await callr.RpcAsync("apps.delete", $"""["{hash}"]""")).GetBoolean().Should().BeTrue();
        (await callr.RpcAsync("apps.get_dids", "[true]")).GetArrayLength().Should().Be(2);
        callr.Emulator.Dids.Should().OnlyContain(number => number.App == null);
    }

    [Fact]
    public async Task RemoveDid_OfAnAssignedOne_FreesIt()
    {
        await using var callr = await CallrHarness.StartAsync();
        var did = callr.Emulator.Dids[0].Hash;
        await callr.RpcAsync("apps.assign_did", $"""["{callr.Emulator.App}","{did}"]""");
        callr.Emulator.Dids[0].App.Should().Be(callr.Emulator.App);

        (await callr.RpcAsync("apps.remove_did", $"""["{did}"]""")).GetBoolean().Should().BeTrue();

        callr.Emulator.Dids[0].App.Should().BeNull();
    }

    [Fact]
    public async Task AuthorizedClis_Set_AreTheOnlyOnes()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { AuthorizedClis = ["+15550100077"] });

        (await callr.RpcErrorAsync("calls.realtime", $$"""["{{callr.Emulator.App}}",{{Target}},{"cli":"+15550100078"}]"""))
            .Should().Be("PROPERTY_VALUE_ERROR [options.cli]");

        await callr.RpcAsync("calls.realtime", $$"""["{{callr.Emulator.App}}",{{Target}},{"cli":"+15550100077"}]""");
        (await callr.RpcAsync("apps.get_authorized_clis", """["CALL"]""")).EnumerateArray().Select(entry => entry.GetProperty("cli").GetString())
            .Should().Equal("+15550100002", "+15550100003", "+15550100077");
    }

    [Fact]
    public async Task Library_CreatedNamedAndDeleted_ShowsIt()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(1), "music");
        var id = (await callr.RpcAsync("media/library.create", """["draft"]""")).GetInt64();

        (await callr.RpcAsync("media/library.set_name", $"""[{id},"final"]""")).GetBoolean().Should().BeTrue();

        callr.Emulator.Library.Ids.Should().Equal(42, id);
        (await callr.RpcAsync("media/library.get_list", "[[]]")).EnumerateArray().Select(media => media.GetProperty("name").GetString())
            .Should().Equal("music", "final");
        (await callr.RpcAsync("media/library.delete", $"[{id}]")).GetBoolean().Should().BeTrue();
        callr.Emulator.Library.Ids.Should().Equal(42);
    }

    [Fact]
    public async Task Subscribe_ToAnEvent_IsKept()
    {
        await using var callr = await CallrHarness.StartAsync();

        var hook = await callr.RpcAsync("webhooks.subscribe", """["media.recording.new","https://example.com/hook",null]""");

        var kept = callr.Emulator.Subscriptions.Single();
        (kept.Hash, kept.Type, kept.Endpoint).Should().Be(
            (hook.GetProperty("hash").GetString()!, "media.recording.new", new Uri("https://example.com/hook")));
        kept.ToString().Should().NotContain("example.com");
    }

    [Fact]
    public async Task FailNext_OfAMethod_AnswersInTheVendorsShape()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Faults.FailNext(500, command: "calls.realtime");

        var (status, text) = await callr.SendAsync(
            $$"""{"jsonrpc":"2.0","id":1,"method":"calls.realtime","params":["{{callr.Emulator.App}}",{{Target}},null]}""",
            "Api-Key", callr.Emulator.ApiKey);

        status.Should().Be(500);
        text.Should().Contain("Oops, Internal Error");
        callr.Emulator.Traffic.Single().Name.Should().Be("calls.realtime");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
