namespace CallControl.Conventions.Tests;

public sealed class CodeConventionTests
{
    private static readonly Type[] BadSamples = [typeof(BadOpenClass)];

    public static TheoryData<string> PackageNames => [.. Packages.All];

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void Classes_AreSealedAbstractOrStatic(string package)
    {
        CodeConventions.OpenClasses(Packages.Load(package).GetTypes()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void PublicTaskMethods_EndInAsync(string package)
    {
        CodeConventions.TasksWithoutAsync(Packages.Load(package).GetExportedTypes()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void PublicTaskMethods_TakeATokenLast(string package)
    {
        CodeConventions.TasksWithoutToken(Packages.Load(package).GetExportedTypes()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void PublicTypes_HaveNoFields(string package)
    {
        CodeConventions.PublicFields(Packages.Load(package).GetExportedTypes()).Should().BeEmpty();
    }

    [Fact]
    public void BadSample_IsCaughtByEveryRule()
    {
        CodeConventions.OpenClasses(BadSamples).Should().ContainSingle();
        CodeConventions.TasksWithoutAsync(BadSamples).Should().ContainSingle().Which.Should().EndWith(nameof(BadOpenClass.Wait));
        CodeConventions.TasksWithoutToken(BadSamples).Should().ContainSingle().Which.Should().EndWith(nameof(BadOpenClass.Wait));
        CodeConventions.PublicFields(BadSamples).Should().ContainSingle().Which.Should().EndWith(nameof(BadOpenClass.Field));
    }
}
