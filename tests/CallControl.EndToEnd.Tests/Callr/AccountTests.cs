using System.Text.Json.Nodes;
using CallControl.Callr;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>The account's own commands, from an app and its number to a message that is kept.</summary>
public sealed class AccountTests
{
    private const string Them = "+15550100077";
    private const long Chime = 1002;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Every way to authenticate.</summary>
    public static TheoryData<string> Credentials => ["Basic", "Api-Key", "Session"];

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Apps_AreKeptWithTheirNumbers(string credentials)
    {
        await using var world = await StartAsync(credentials);
        var settings = new CallrRealTimeAppSettings { Url = new Uri("https://pbx.example.com/callr"), Login = "a", Password = "b" };

        var app = (await world.Client.CreateAppAsync("second line", settings, Cancelled)).Hash!;
        var edited = await world.Client.EditAppAsync(app, "third line", new CallrRealTimeAppSettings { Login = "c" }, Cancelled);
        var did = (await world.Client.ListDidsAsync(onlyAvailable: true, Cancelled))[0];
        await world.Client.AssignDidAsync(app, did.Hash!, Cancelled);
        var read = await world.Client.GetAppAsync(app, Cancelled);
        var listed = (await world.Client.ListAppsAsync(withNumbers: true, Cancelled)).Single(each => each.Hash == app);
        var available = await world.Client.ListDidsAsync(onlyAvailable: true, Cancelled);
        await world.Client.RemoveDidAsync(did.Hash!, Cancelled);
        await world.Client.DeleteAppAsync(app, Cancelled);

        edited.Should().BeEquivalentTo(new { Hash = app, Name = "third line", Settings = new { settings.Url, Login = "c", Password = "b", DataFormat = "JSON" } });
        edited.Package.Should().BeEquivalentTo(new { Name = "REALTIME10", Type = "REALTIME", HasDid = true });
        read.Dids.Concat(listed.Dids).Select(each => each.InternationalNumber).Should().Equal(world.Callr.Dids[0].Number, world.Callr.Dids[0].Number);
        available.Should().NotContain(each => each.Hash == did.Hash);
        (await world.Client.ListDidsAsync(cancellationToken: Cancelled)).Should().HaveCount(2).And.OnlyContain(each => each.App == null);
        (await world.Client.ListAppsAsync(cancellationToken: Cancelled)).Select(each => each.Hash).Should().Equal(world.Callr.App);
        (await world.Client.ListAuthorizedCallerIdsAsync(CallrCallerIdType.Call, Cancelled)).Select(each => (each.CallerId, each.Label)).Should()
            .Equal(world.Callr.Dids.Select(each => ((string?)each.Number, (string?)"")));
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Calls_AreMadeBrokenAndHungUp(string credentials)
    {
        await using var world = await StartAsync(credentials);
        world.Callr.Library.Add(Chime, TimeSpan.FromMinutes(10));
        var request = await world.Client.StartCallAsync(
            new StartCallCommand { App = world.Callr.App, Target = new CallrTarget { Number = Them }, CallerId = "BLOCKED", CdrField = "order42" }, Cancelled);
        var callee = await world.Callr.WaitForDialAsync(Them, Cancelled);
        var up = await world.Events.WaitForAsync<CallAnswered>(each => ((RealTimeRequest)each.NativeEvent!).RequestHash == request);
        var number = ((RealTimeRequest)up.NativeEvent!).VendorCallId;
        var playback = await world.Calls.Get(up.Provider, up.Call).StartPlaybackAsync(new PlaybackRequest { Sources = [MediaSource.Library("1002")] }, Cancelled);
        await callee.WaitForPlaybackAsync(Cancelled);

        await world.Client.BreakCommandAsync(number, Cancelled);
        await playback.Completion.WaitAsync(Cancelled);
        var hungUp = await world.Client.HangupCallAsync(number, Cancelled);
        await callee.WaitForEndAsync(Cancelled);

        ((RealTimeRequest)up.NativeEvent).CdrField.Should().Be("order42");
        hungUp.Should().BeTrue();
        (await world.Client.HangupCallAsync(number, Cancelled)).Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Broadcast_IsPlayedAndItsEndTold(string credentials)
    {
        await using var world = await StartAsync(credentials);
        world.Callr.Library.Add(Chime, TimeSpan.FromMilliseconds(20));
        world.Callr.Callees.Set(Them, CalleeBehavior.Manual);

        var request = await world.Client.BroadcastAsync(
            new BroadcastCommand { Target = new CallrTarget { Number = Them }, Messages = [CallrMedia.Library(Chime), CallrMedia.Speech("TTS_EN-GB_SERENA", "Hello")], Loop = 2 }, Cancelled);
        var ringing = await world.Client.GetBroadcastStatusAsync(request, Cancelled);
        var callee = await world.Callr.WaitForDialAsync(Them, Cancelled);
        await callee.AnswerAsync(Cancelled);
        await callee.WaitForEndAsync(Cancelled);

        ringing.Should().Be("RINGING");
        (await world.Client.GetBroadcastStatusAsync(request, Cancelled)).Should().Be("HANGUP");
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Library_IsReadAndChanged(string credentials)
    {
        await using var world = await StartAsync(credentials);
        world.Callr.Library.Add(Chime, TimeSpan.FromSeconds(2), "chime");

        var media = await world.Client.CreateMediaAsync("message", Cancelled);
        await world.Client.SetMediaNameAsync(media, "note", Cancelled);
        var created = await world.Client.GetMediaAsync(media, Cancelled);
        var listed = await world.Client.ListMediaAsync(cancellationToken: Cancelled);
        var ofACategory = await world.Client.ListMediaAsync(["ANNOUNCE"], Cancelled);
        await world.Client.DeleteMediaAsync(media, Cancelled);

        created.Should().BeEquivalentTo(new { Id = media, Name = "note", Status = CallrMediaStatus.PendingContent, IsEditable = true });
        listed.Select(each => (each.Id, each.Name, each.Status, each.Duration)).Should().BeEquivalentTo(
            [((long?)media, "note", CallrMediaStatus.PendingContent, (double?)0), (Chime, "chime", CallrMediaStatus.Ready, 2)]);
        ofACategory.Should().BeEmpty();
        world.Callr.Library.Ids.Should().Equal(Chime);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public async Task Webhooks_AreSubscribedTo(string credentials)
    {
        await using var world = await StartAsync(credentials);
        var endpoint = new Uri("https://pbx.example.com/events");

        var types = (await world.Client.GetWebhookEventTypesAsync(Cancelled))!.AsArray().Select(type => (string?)type);
        var subscription = await world.Client.SubscribeWebhookAsync("media.recording.new", endpoint, new JsonObject { ["format"] = "json" }, Cancelled);
        var invoked = await world.Client.InvokeAsync("apps.get", new JsonArray(world.Callr.App), Cancelled);

        types.Should().Contain("media.recording.new");
        ((string?)subscription!["options"]!["format"]).Should().Be("json");
        world.Callr.Subscriptions.Should().Equal(new CallrEmulatorSubscription((string)subscription["hash"]!, "media.recording.new", endpoint));
        ((string?)invoked!["hash"]).Should().Be(world.Callr.App);
    }

    [Fact]
    public async Task App_ThatIsCreatedAndGivenANumber_TakesItsCalls()
    {
        await using var world = await CallrWorld.StartAsync();
        var settings = new CallrRealTimeAppSettings { Url = world.Endpoint, Login = world.Callr.RealTimeLogin, Password = world.Callr.RealTimePassword };

        var app = await world.Client.CreateAppAsync("second line", settings, Cancelled);
        await world.Client.AssignDidAsync(app.Hash!, world.Callr.Dids[0].Hash, Cancelled);
        var listed = await world.Client.GetAppAsync(app.Hash!, Cancelled);
        await world.Callr.PlaceCallAsync(to: world.Callr.Dids[0].Number, cancellationToken: Cancelled);

        var incoming = await world.Events.WaitForAsync<CallIncoming>();
        ((RealTimeRequest)incoming.NativeEvent!).App.Should().Be(app.Hash);
        listed.Name.Should().Be("second line");
        await world.Client.DeleteAppAsync(app.Hash!, Cancelled);
        (await world.Client.ListAppsAsync(cancellationToken: Cancelled)).Should().NotContain(each => each.Hash == app.Hash);
    }

    [Fact]
    public async Task Message_OfACaller_IsKeptInTheLibraryAndPlayed()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var recording = await call.StartRecordingAsync(new RecordingRequest { MaxDuration = TimeSpan.FromSeconds(30) }, Cancelled);
        await caller.WaitForRecordingAsync(Cancelled);
        await caller.PressAsync("#", Cancelled);
        var file = (await recording.Completion.WaitAsync(Cancelled)).Result!.Recording!.Value.Value;

        var media = await world.Client.CreateMediaAsync("message", Cancelled);
        await world.Client.SetMediaContentFromRecordingAsync(media, file, Cancelled);

        world.Callr.Library.NameOf(media).Should().Be("message");
    }

    [Fact]
    public async Task Command_WithAWrongKey_IsNotAuthenticated()
    {
        await using var world = await CallrWorld.StartAsync(configure: account => account.ApiKey = "of-somebody-else");

        var list = () => world.Client.ListAppsAsync(cancellationToken: Cancelled);

        (await list.Should().ThrowAsync<AuthenticationFailedException>()).Which.Message.Should().NotContain("of-somebody-else");
    }

    [Fact]
    public async Task Command_ThatTheVendorRefuses_TellsItsWords()
    {
        await using var world = await CallrWorld.StartAsync();

        var start = () => world.Client.StartCallAsync(
            new StartCallCommand { App = "ZZZZZZZZ", Target = new CallrTarget { Number = "+15550100077" } }, Cancelled);

        var refusal = (await start.Should().ThrowAsync<CommandRejectedException>()).Which;
        refusal.Error!.Code.Should().Be("PROPERTY_VALUE_ERROR");
        refusal.Error.ToString().Should().Contain("app");
    }

    // With one kind of credentials only, so that the emulator would refuse everything else.
    private static Task<CallrWorld> StartAsync(string credentials)
    {
        var options = new CallrEmulatorOptions();
        return CallrWorld.StartAsync(options: options, configure: account =>
        {
            account.ApiKey = credentials == "Api-Key" ? options.ApiKey : "";
            account.SessionToken = credentials == "Session" ? options.SessionToken : "";
            if (credentials == "Basic")
                (account.Login, account.Password) = (options.Login, options.Password);
        });
    }
}
