namespace CallControl.Contract.Tests.WireMock;

/// <summary>The folder that holds <c>CallControl.Sdk.sln</c>, and below it the programs that the tests start.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "CallControl.Sdk.sln";

    /// <summary>Walks up from the folder of the test assembly.</summary>
    /// <exception cref="InvalidOperationException">No folder on the way up holds the solution.</exception>
    public static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker))) return folder;
        }

        throw new InvalidOperationException(
            $"The contract tests run from inside the repository: no folder above {AppContext.BaseDirectory} holds {Marker}.");
    }
}
