namespace CallControl.Contract.Tests.WireMock;

public sealed class WireMockInstallationTests : IDisposable
{
    private readonly DirectoryInfo _empty = Directory.CreateTempSubdirectory("callcontrol-empty-");

    public void Dispose() => _empty.Delete(recursive: true);

    [Fact]
    public void FindArchive_NothingInstalled_SaysWhatInstallsIt()
    {
        var find = () => WireMockInstallation.FindArchive(_empty);

        find.Should().Throw<InvalidOperationException>().WithMessage("WireMock is missing:*'./build.sh test' installs it.");
    }

    [Fact]
    public void FindJava_NotOnPath_SaysWhatInstallsIt()
    {
        var find = () => WireMockInstallation.FindJava(javaHome: null, _empty.FullName);

        find.Should().Throw<InvalidOperationException>().WithMessage("WireMock needs Java*'./build.sh test' installs it.");
    }

    [Fact]
    public async Task Start_NotAnArchive_FailsAtOnceWithTheLastWords()
    {
        var installation = WireMockInstallation.Find() with { Archive = Path.Combine(_empty.FullName, "no.jar") };

        var start = () => WireMockProcess.StartAsync(installation, TestContext.Current.CancellationToken);

        await start.Should().ThrowAsync<InvalidOperationException>().WithMessage("WireMock ended before it listened*no.jar*");
    }
}
