using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What a digit collection was asked for.</summary>
internal sealed record GatherTerms
{
    /// <summary>Makes the prompt anew for each try; null for the collection that has none.</summary>
    public Func<MediaItem>? Prompt { get; init; }

    /// <summary>Makes what is heard before the prompt after wrong input; null for nothing.</summary>
    public Func<MediaItem>? Invalid { get; init; }

    public required int Minimum { get; init; }

    public required int Maximum { get; init; }

    public int Tries { get; init; } = 1;

    public required string Valid { get; init; }

    public required char Terminator { get; init; }

    /// <summary>The wait for the first digit: after the prompt, if there is one.</summary>
    public required TimeSpan First { get; init; }

    public required TimeSpan Between { get; init; }

    /// <summary>The limit of the whole; null where the prompts set the pace.</summary>
    public TimeSpan? Overall { get; init; }

    /// <summary>Told back by plain collections only.</summary>
    public string? GatherId { get; init; }

    public static GatherTerms Of(RequestBody body) => new()
    {
        Minimum = body.Integer("minimum_digits", 1),
        Maximum = body.Integer("maximum_digits", 128),
        Tries = body.Integer("maximum_tries", 3),
        Valid = body.Text("valid_digits", "0123456789#*"),
        Terminator = body.Text("terminating_digit", "#")[0],
        First = body.Milliseconds("timeout_millis", 60_000),
        Between = body.Milliseconds("inter_digit_timeout_millis", 5000),
    };
}
