using System.Diagnostics;

namespace CallControl.EndToEnd.Tests;

/// <summary>Starts a sample that was built along with these tests.</summary>
internal static class SampleProcess
{
    public static Process Start(string sample, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Root(), "samples", sample),
        };
        start.ArgumentList.Add(Path.Combine(Root(), "samples", sample, "bin", Configuration(), "net10.0", sample + ".dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        return Process.Start(start) ?? throw new InvalidOperationException($"The sample {sample} did not start.");
    }

    public static async Task<(int ExitCode, string Output)> RunAsync(string sample, params string[] arguments)
    {
        using var process = Start(sample, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public static async Task<string> WaitForLineAsync(Process process, string text)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The program ended without writing '{text}': {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    // The tests stand in tests/<project>/bin/<configuration>/net10.0/.
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallControl.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("CallControl.Sdk.sln was not found above the test's folder.");
    }
}
