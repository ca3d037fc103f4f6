namespace CallControl.Abstractions.Tests;

public sealed class CapabilitySetTests
{
    private static readonly CapabilitySet Some = new(
    [
        Capability.Native(CallFeature.Dial),
        Capability.Composed(CallFeature.PlaybackLoop, "Started again at each end."),
        Capability.Unsupported(CallFeature.Fork, "Stream instead."),
    ]);

    [Fact]
    public void Indexer_Declared_IsWhatWasDeclared()
    {
        Some[CallFeature.Dial].Support.Should().Be(CapabilitySupport.Native);
        Some[CallFeature.PlaybackLoop].Note.Should().Be("Started again at each end.");
        Some.Supports(CallFeature.PlaybackLoop).Should().BeTrue();
        Some.Supports(CallFeature.Fork).Should().BeFalse();
        Some.Declares(CallFeature.Fork).Should().BeTrue();
    }

    [Fact]
    public void Indexer_NotDeclared_IsUnsupported()
    {
        Some.Declares(CallFeature.Answer).Should().BeFalse();
        Some[CallFeature.Answer].IsSupported.Should().BeFalse();
        Some[CallFeature.Answer].Feature.Should().Be(CallFeature.Answer);
        Some[(CallFeature)9999].IsSupported.Should().BeFalse();
    }

    [Fact]
    public void Enumeration_Always_HasEachFeatureOnce()
    {
        Some.Select(capability => capability.Feature).Should().Equal(Enum.GetValues<CallFeature>());
        Some.Should().HaveSameCount(Enum.GetValues<CallFeature>());
        Some.Count.Should().Be(Enum.GetValues<CallFeature>().Length);
    }

    [Fact]
    public void Constructor_Duplicate_IsRefused()
    {
        FluentActions.Invoking(() => new CapabilitySet([Capability.Native(CallFeature.Dial), Capability.Unsupported(CallFeature.Dial, "no")]))
            .Should().Throw<ArgumentException>().WithMessage("*Dial*twice*");
        FluentActions.Invoking(() => new CapabilitySet(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Demand_Unsupported_NamesFeatureProviderAndAlternative()
    {
        var provider = new ProviderDescriptor { Name = "main", Vendor = "Vendor", Capabilities = Some };
        var call = new CallId("c1");

        var thrown = FluentActions.Invoking(() => provider.Demand(CallFeature.Fork, call)).Should().Throw<CapabilityNotSupportedException>().Which;

        thrown.Message.Should().Contain("'main'").And.Contain("Fork").And.Contain("Stream instead.");
        thrown.Provider.Should().Be("main");
        thrown.Call.Should().Be(call);
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.IsTransient.Should().BeFalse();
    }

    [Fact]
    public void Demand_NativeOrComposed_Passes()
    {
        var provider = new ProviderDescriptor { Name = "main", Vendor = "Vendor", Capabilities = Some };

        FluentActions.Invoking(() => provider.Demand(CallFeature.Dial)).Should().NotThrow();
        FluentActions.Invoking(() => provider.Demand(CallFeature.PlaybackLoop)).Should().NotThrow();
        FluentActions.Invoking(() => provider.Demand(CallFeature.Answer)).Should().Throw<CapabilityNotSupportedException>();
    }
}
