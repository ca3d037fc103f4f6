using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore.Tests;

/// <summary>Keeps what the application logs, the server's own lines included.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    /// <summary>What the edge itself logged.</summary>
    public IReadOnlyList<LogLine> OfEdge => [.. _lines.Where(line => line.Category.StartsWith("CallControl", StringComparison.Ordinal))];

    /// <summary>What anybody logged as an error, the server included.</summary>
    public IReadOnlyList<string> Faults =>
        [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => $"{line.Category} {line.Id} {line.Text} {line.Exception}")];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    internal sealed record LogLine(LogLevel Level, string Category, int Id, string Text, Exception? Exception);

    private sealed class Logger(LogRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder._lines.Enqueue(new LogLine(logLevel, category, eventId.Id, formatter(state, exception), exception));
    }
}
