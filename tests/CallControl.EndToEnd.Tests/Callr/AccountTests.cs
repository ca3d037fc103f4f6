using CallControl.Callr;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>The account's own commands, from an app and its number to a message that is kept.</summary>
public sealed class AccountTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

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
}
