using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CallControl.Contract.Tests.WireMock;

/// <summary>
/// One running WireMock on a free port of the loopback interface. It ends with <see cref="Dispose"/>, with an orderly exit of the test
/// host and, on Unix, also when the test host is killed: a watcher reads the standard input that only the host holds open.
/// </summary>
internal sealed partial class WireMockProcess : IDisposable
{
    // $$ is the shell that becomes Java; the watcher's read ends when the test host is gone, however it went.
    private const string KillWithHost =
        "exec 3<&0; (cat <&3; kill -9 $$) >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

    private const int KeptLines = 40;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly DirectoryInfo _dataFolder;
    private readonly Queue<string> _lastLines = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WireMockProcess(Process process, DirectoryInfo dataFolder)
    {
        _process = process;
        _dataFolder = dataFolder;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        _ = WatchAsync();
    }

    /// <summary>The port WireMock chose.</summary>
    public int Port { get; private set; }

    /// <summary>Starts WireMock and returns once it listens.</summary>
    /// <exception cref="InvalidOperationException">A part is missing, or WireMock ended or kept silent instead of listening.</exception>
    public static async Task<WireMockProcess> StartAsync(WireMockInstallation installation, CancellationToken cancellationToken)
    {
        // WireMock wants a folder of its own for mappings; it would otherwise make one where it stands.
        var dataFolder = Directory.CreateTempSubdirectory("callcontrol-wiremock-");
        var process = Process.Start(Describe(installation, dataFolder))
            ?? throw new InvalidOperationException("WireMock could not be started.");
        var wireMock = new WireMockProcess(process, dataFolder);
        try
        {
            wireMock.Port = await wireMock._port.Task.WaitAsync(StartLimit, TimeProvider.System, cancellationToken);
            return wireMock;
        }
        catch (TimeoutException exception)
        {
            var message = wireMock.Complain($"did not name its port within {StartLimit.TotalSeconds:0} s");
            wireMock.Dispose();
            throw new InvalidOperationException(message, exception);
        }
        catch
        {
            wireMock.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        Kill();
        _process.Dispose();
        try
        {
            _dataFolder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A left-over empty folder among the temporary files is no reason to fail a test run.
        }
    }

    [GeneratedRegex(@"^port:\s+(?<port>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PortLine();

    private static ProcessStartInfo Describe(WireMockInstallation installation, DirectoryInfo dataFolder)
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dataFolder.FullName,
        };
        string[] java =
        [
            installation.Java,
            // A short life on a small machine: start fast, stay small.
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
            "-jar", installation.Archive,
            "--port", "0",
            "--bind-address", "127.0.0.1",
            "--root-dir", dataFolder.FullName,
            "--disable-banner",
            "--disable-request-logging",
            "--disable-http2-plain",
            "--disable-gzip",
            // A delayed answer must not hold a thread that another test needs.
            "--container-threads", "32",
            "--async-response-enabled", "true",
            "--max-request-journal-entries", "5000",
            "--logged-response-body-size-limit", "4096",
        ];
        string[] command = OperatingSystem.IsWindows() ? java : ["/bin/sh", "-c", KillWithHost, "wiremock", .. java];
        start.FileName = command[0];
        foreach (var argument in command.AsSpan(1)) start.ArgumentList.Add(argument);
        return start;
    }

    private async Task WatchAsync()
    {
        await Task.WhenAll(ReadAsync(_process.StandardOutput), ReadAsync(_process.StandardError));
        _port.TrySetException(new InvalidOperationException(Complain("ended before it listened")));
    }

    // Reads to the end, so that WireMock never blocks on a full pipe.
    private async Task ReadAsync(StreamReader reader)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                Keep(line);
                if (PortLine().Match(line) is { Success: true } match)
                    _port.TrySetResult(int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was disposed while its output was read.
        }
    }

    private void Keep(string line)
    {
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > KeptLines) _lastLines.Dequeue();
        }
    }

    private string Complain(string what)
    {
        lock (_lastLines)
        {
            return $"WireMock {what}. It needs Java 11 or later and the jar that './build.sh test' installs. Its last words:"
                + string.Concat(_lastLines.Select(line => Environment.NewLine + "  " + line));
        }
    }

    private void OnProcessExit(object? sender, EventArgs e) => Kill();

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(StopLimit);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It is gone already.
        }
    }
}
