using Microsoft.Extensions.Logging;

namespace CallControl.EndToEnd.Tests;

/// <summary>Keeps what the application logs, and lets a test wait for a line.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly Journal<string> _lines = new();

    public IReadOnlyList<string> Lines => _lines.All;

    public Task<string> WaitForAsync(string text) => _lines.WaitForAsync(line => line.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder._lines.Add($"{logLevel} {category} {eventId.Id} {formatter(state, exception)} {exception}");
    }
}
