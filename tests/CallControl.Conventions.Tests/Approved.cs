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

        var approved = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : "";
        if (text == approved)
            return;

        var (now, before) = (text.Split('\n'), approved.Split('\n'));
        var difference = before.Except(now).Select(line => "- " + line).Concat(now.Except(before).Select(line => "+ " + line));
        Assert.Fail($"{relativePath} is not what was approved. Run the tests once with {Switch}=1 and look at the difference:\n{string.Join('\n', difference)}");
    }
}
