using CallControl.Testing;
using Spectre.Console;

namespace QuickStart;

/// <summary>Prints what happens, a line each: when, which way, what.</summary>
public sealed class Timeline
{
    private const int WidestLine = 240;

    private readonly TimeProvider _time;
    private readonly IAnsiConsole _console;
    private readonly long _start;
    private readonly Lock _gate = new();

    public Timeline(TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });

        // Lines are not to be broken here: a terminal does that itself, a file needs no breaks.
        _console.Profile.Width = Math.Max(_console.Profile.Width, WidestLine);
    }

    public void Title(string provider)
    {
        _console.MarkupLineInterpolated($"[bold]One call on {provider}[/]: [blue]=>[/] our command, [green]<=[/] the vendor's webhook, [yellow]**[/] the flow");
        _console.MarkupLine("[grey]    time      what                     detail[/]");
    }

    public void Show(EmulatorTraffic traffic)
    {
        var arrow = traffic.Direction == TrafficDirection.Command ? "[blue]=>[/]" : "[green]<=[/]";
        Line(arrow, traffic.Name, $"{traffic.StatusCode} {traffic.Summary}".TrimEnd());
    }

    public void Show(string step) => Line("[yellow]**[/]", "flow", step);

    private void Line(string arrow, string name, string detail)
    {
        var elapsed = _time.GetElapsedTime(_start);
        lock (_gate)
            _console.MarkupLine($"[grey]{elapsed.TotalSeconds,8:0.000} s[/] {arrow} {Markup.Escape(name.PadRight(24))} [grey]{Markup.Escape(detail)}[/]");
    }
}
