using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>What the endpoint lets in.</summary>
public sealed class WebhookEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wrong signature")]
    [InlineData("stale timestamp")]
    public async Task Webhook_NotTrusted_IsRefusedAndDispatchedToNobody(string fault)
    {
        await using var world = await TelnyxWorld.StartAsync();
        if (fault == "wrong signature")
            world.Telnyx.Faults.WrongSignatures = _ => true;
        else
            world.Telnyx.Faults.StaleTimestamps = _ => true;

        await world.Telnyx.PlaceCallAsync(cancellationToken: Cancelled);
        await world.Telnyx.WaitForIdleAsync(Cancelled);

        world.Telnyx.DeadLetters.Should().ContainSingle();
        world.Telnyx.Traffic.Should().ContainSingle(each => each.Name == "call.initiated").Which.StatusCode.Should().Be(401);
        world.Events.All.Should().BeEmpty();
        world.Log.Lines.Should().Contain(line => line.Contains("401", StringComparison.Ordinal) && line.Contains("signature", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_OfVersion1_IsToldApartWithWhatToChange()
    {
        await using var world = await TelnyxWorld.StartAsync(options: new TelnyxEmulatorOptions { WebhookApiVersion = "1" });

        await world.Telnyx.PlaceCallAsync(cancellationToken: Cancelled);
        await world.Telnyx.WaitForIdleAsync(Cancelled);

        world.Telnyx.DeadLetters.Should().ContainSingle();
        world.Events.All.Should().BeEmpty();
        world.Log.Lines.Should().Contain(line => line.Contains("webhook_api_version", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_MalformedOnTheWay_IsAnsweredWith400()
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.MalformedWebhooks = _ => true;

        await world.Telnyx.PlaceCallAsync(cancellationToken: Cancelled);
        await world.Telnyx.WaitForIdleAsync(Cancelled);

        world.Telnyx.Traffic.Should().ContainSingle(each => each.Name == "call.initiated").Which.StatusCode.Should().Be(400, "it is signed as it was sent");
        world.Events.All.Should().BeEmpty();
    }
}
