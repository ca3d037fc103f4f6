namespace CallControl.Conventions.Tests;

/// <summary>Compares generated text with the approved file in the repository. With <c>UPDATE_APPROVED=1</c> in the environment the file is written instead.</summary>
internal static class Approved
{
    private const string Switch = "UPDATE_APPROVED";

    public static async Task VerifyAsync(string relativePath, string text, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Packages.RepositoryRoot, relativePath);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
            await File.WriteAllTextAsync(path, text, cancellationToken);

        File.Exists(path).Should().BeTrue("{0} must be approved: run the tests once with {1}=1 and look at the difference", relativePath, Switch);
        var approved = await File.ReadAllTextAsync(path, cancellationToken);
        text.Should().Be(approved, "{0} must be approved: run the tests once with {1}=1 and look at the difference", relativePath, Switch);
    }
}
