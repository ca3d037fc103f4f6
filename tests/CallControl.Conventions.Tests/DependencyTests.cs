using System.Reflection;

namespace CallControl.Conventions.Tests;

/// <summary>The direction of the packages: contract, core, edges. An arrow that runs the other way is a defect.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        [Packages.Abstractions] = [],
        [Packages.Media] = [],
        [Packages.Core] = [Packages.Abstractions],
        [Packages.SessionGateway] = [Packages.Abstractions, Packages.Core],
        [Packages.Telnyx] = [Packages.Abstractions, Packages.Core, Packages.Media],
        [Packages.SignalWire] = [Packages.Abstractions, Packages.Core, Packages.Media],
        [Packages.Callr] = [Packages.Abstractions, Packages.Core, Packages.Media],
        [Packages.AspNetCore] = [Packages.Abstractions, Packages.Core, Packages.Media],
        [Packages.Testing] = [Packages.Abstractions, Packages.Core, Packages.Media],
    };

    public static TheoryData<string> PackageNames => [.. Packages.All];

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void References_OfPackage_RunInTheAllowedDirection(string package)
    {
        var references = References(Packages.Load(package)).Where(name => name.StartsWith("CallControl.", StringComparison.Ordinal));

        references.Should().BeSubsetOf(Allowed[package]);
    }

    [Theory]
    [InlineData(Packages.Abstractions)]
    [InlineData(Packages.Media)]
    public void References_OfPackageWithoutDependencies_AreTheBaseClassLibraryOnly(string package)
    {
        References(Packages.Load(package)).Should().OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Packages.Core)]
    [InlineData(Packages.SessionGateway)]
    [InlineData(Packages.Telnyx)]
    [InlineData(Packages.SignalWire)]
    [InlineData(Packages.Callr)]
    public void References_BelowTheEdge_KnowNothingOfAspNetCore(string package)
    {
        References(Packages.Load(package)).Should().NotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    // The check itself must be able to fail: this assembly refers to all that it tests.
    [Fact]
    public void References_OfThisAssembly_AreSeen()
    {
        References(typeof(DependencyTests).Assembly).Should().Contain(Packages.SessionGateway);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
