namespace CallControl.Conventions.Tests;

public sealed class PublicApiTests
{
    public static TheoryData<string> PackageNames => [.. Packages.All];

    [Theory]
    [MemberData(nameof(PackageNames))]
    public Task PublicApi_OfPackage_IsApproved(string package) =>
        Approved.VerifyAsync($"eng/api/{package}.txt", PublicApi.Describe(Packages.Load(package)), TestContext.Current.CancellationToken);

    [Fact]
    public void Describe_OfTestAssembly_ShowsChanges()
    {
        var text = PublicApi.Describe(typeof(PublicApiTests).Assembly);

        text.Should().Contain("sealed class CallControl.Conventions.Tests.PublicApiTests\n");
        text.Should().Contain("    Void Describe_OfTestAssembly_ShowsChanges()\n");
        text.Should().Contain("    static TheoryData<String> PackageNames { get; }\n");
    }
}
