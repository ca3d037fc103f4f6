namespace CallControl.Testing.Tests.SignalWire;

public sealed class SignatureTests
{
    private const string Sha1Header = "X-SignalWire-Signature";
    private const string Sha256Header = "X-SignalWire-SHA256-Signature";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public void Check_OfTheVendorsVector_Agrees()
    {
        const string Key = "PSKtest1234567890abcdef";
        const string Signed =
            """https://example.ngrok.io/webhook{"event":"call.state","params":{"call_id":"abc-123","state":"answered"}}""";

        HmacCheck.Sha1(Key, Signed).Should().Be("c3c08c1fefaf9ee198a100d5906765a6f394bf0f");
        HmacCheck.Sha256(Key, Signed).Should().Be("2a29f8a92b11df39da80c3b185fd62173d49c294184da585ff951eae4433571c");
    }

    [Fact]
    public async Task Fetch_Always_IsSignedOverAddressAndBody()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.SwmlUrl = signalWire.Url("/swml?tenant=a%20b&x=1");

        await signalWire.PlaceCallAsync("""["hangup"]""");

        Expect((await signalWire.FetchesAsync()).Single(), signalWire.Emulator, signalWire.Emulator.SwmlUrl.OriginalString);
    }

    [Fact]
    public async Task Fetch_OfAnAddressWithCredentials_IsSignedWithoutThem()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var address = signalWire.Url("/swml").AbsoluteUri;
        signalWire.Emulator.SwmlUrl = new Uri(address.Replace("http://", "http://user:pass@", StringComparison.Ordinal));

        await signalWire.PlaceCallAsync("""["hangup"]""");

        Expect((await signalWire.FetchesAsync()).Single(), signalWire.Emulator, address);
    }

    [Fact]
    public async Task Callback_ByDefault_IsSigned()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        await signalWire.AnsweredCallAsync();

        Expect((await signalWire.LastAsync("/states")).Raw, signalWire.Emulator, signalWire.Url("/states").AbsoluteUri);
    }

    [Fact]
    public async Task SignCallbacks_Off_LeavesOnlyFetchesSigned()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { SignCallbacks = false });

        await signalWire.AnsweredCallAsync();

        (await signalWire.LastAsync("/states")).Raw.Headers.Should().NotContainKey(Sha1Header).And.NotContainKey(Sha256Header);
        (await signalWire.FetchesAsync()).Single().Headers.Should().ContainKey(Sha256Header);
    }

    [Fact]
    public async Task WrongSignatures_OfTheFetch_DoNotFit()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Faults.WrongSignatures = name => name is "swml.fetch";

        var caller = await signalWire.AnsweredCallAsync();
        await caller.WaitForAnswerAsync(Token);

        var fetch = (await signalWire.FetchesAsync()).Single();
        var address = signalWire.Url("/swml").AbsoluteUri;
        fetch.Headers[Sha256Header].Should().HaveLength(64)
            .And.NotBe(HmacCheck.Sha256(signalWire.Emulator.SigningKey, address + fetch.Body));
        fetch.Headers[Sha1Header].Should().HaveLength(40).And.NotBe(HmacCheck.Sha1(signalWire.Emulator.SigningKey, address + fetch.Body));
    }

    private static void Expect(ReceivedWebhook webhook, SignalWireEmulator emulator, string address)
    {
        webhook.Headers[Sha1Header].Should().Be(HmacCheck.Sha1(emulator.SigningKey, address + webhook.Body));
        webhook.Headers[Sha256Header].Should().Be(HmacCheck.Sha256(emulator.SigningKey, address + webhook.Body));
    }
}
