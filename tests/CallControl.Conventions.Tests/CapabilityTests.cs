namespace CallControl.Conventions.Tests;

public sealed class CapabilityTests
{
    [Fact]
    public Task Matrix_InTheDocs_IsWhatTheCodeDeclares() =>
        Approved.VerifyAsync("docs/capability-matrix.md", CapabilityMatrix.Write(CapabilityMatrix.Descriptors()), TestContext.Current.CancellationToken);

    [Fact]
    public void Providers_DeclareEveryFeature()
    {
        var descriptors = CapabilityMatrix.Descriptors();

        descriptors.Should().HaveCount(Packages.Providers.Length);
        foreach (var provider in descriptors)
            Enum.GetValues<CallFeature>().Should().OnlyContain(feature => provider.Capabilities.Declares(feature), "{0} must speak of every feature", provider.Name);
    }

    [Fact]
    public void Providers_NameAnAlternativeToWhatTheyLack()
    {
        foreach (var provider in CapabilityMatrix.Descriptors())
            provider.Capabilities.Where(capability => !capability.IsSupported).Should().OnlyContain(capability => !string.IsNullOrWhiteSpace(capability.Note));
    }
}
