namespace CallControl.Contract.Tests.WireMock;

/// <summary>The two things a WireMock needs: a Java to run it and the archive that npm delivers.</summary>
/// <param name="Java">Full path of the <c>java</c> program.</param>
/// <param name="Archive">Full path of the stand-alone jar.</param>
internal sealed record WireMockInstallation(string Java, string Archive)
{
    private const string Remedy = "'./build.sh test' installs it.";

    /// <summary>Looks for Java in <c>JAVA_HOME</c> and on <c>PATH</c>, and for the jar in <c>node_modules</c>.</summary>
    /// <exception cref="InvalidOperationException">One of them is missing; the message says which.</exception>
    public static WireMockInstallation Find() => new(
        FindJava(Environment.GetEnvironmentVariable("JAVA_HOME"), Environment.GetEnvironmentVariable("PATH")),
        FindArchive(RepositoryRoot.Find()));

    internal static string FindJava(string? javaHome, string? searchPath)
    {
        var program = OperatingSystem.IsWindows() ? "java.exe" : "java";
        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
        if (!string.IsNullOrEmpty(javaHome)) folders = folders.Prepend(Path.Combine(javaHome, "bin"));
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"WireMock needs Java 11 or later, and neither JAVA_HOME nor PATH leads to a 'java'. {Remedy}");
    }

    internal static string FindArchive(DirectoryInfo repositoryRoot)
    {
        var folder = new DirectoryInfo(Path.Combine(repositoryRoot.FullName, "node_modules", "wiremock", "build"));
        return (folder.Exists ? folder.EnumerateFiles("wiremock-standalone-*.jar") : []).FirstOrDefault()?.FullName
            ?? throw new InvalidOperationException(
                $"WireMock is missing: no node_modules/wiremock/build/wiremock-standalone-*.jar in the repository. {Remedy}");
    }
}
