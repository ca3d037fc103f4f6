namespace CallControl.Testing;

/// <summary>The fields of <c>play_and_get_digits</c>.</summary>
internal sealed record DigitsRequest
{
    public static readonly string[] Fields =
        ["prompt_files", "invalid_files", "min_digits", "max_digits", "max_tries", "timeout", "terminators"];

    public required string[] PromptFiles { get; init; }

    public required string[] InvalidFiles { get; init; }

    public required int MinDigits { get; init; }

    public required int MaxDigits { get; init; }

    public required int MaxTries { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required string Terminators { get; init; }
}
