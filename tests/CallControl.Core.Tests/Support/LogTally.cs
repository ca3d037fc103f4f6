using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CallControl.Core.Tests;

/// <summary>Keeps what was logged.</summary>
internal sealed class LogTally : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Id, LogLevel Level, string Text, Exception? Exception)> _entries = new();

    public IReadOnlyList<(int Id, LogLevel Level, string Text, Exception? Exception)> Entries => [.. _entries];

    public int Count(int id) => Entries.Count(entry => entry.Id == id);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((eventId.Id, logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
