namespace CallControl;

/// <summary>What a provider answered when it refused.</summary>
public sealed record ProviderError
{
    /// <summary>The HTTP status; 0 when the refusal did not come over HTTP.</summary>
    public int StatusCode { get; init; }

    /// <summary>The vendor's code; null where it gives none.</summary>
    public string? Code { get; init; }

    /// <summary>The vendor's short text; null where it gives none.</summary>
    public string? Title { get; init; }

    /// <summary>The vendor's longer text; null where it gives none.</summary>
    public string? Detail { get; init; }

    /// <summary>The beginning of the answer's body, at most 8 kB of text; empty when there was none. May hold numbers: do not print it.</summary>
    public string Body { get; init; } = "";

    /// <summary>Status, code and texts, numbers masked; without the body.</summary>
    public override string ToString()
    {
        var parts = new[] { StatusCode == 0 ? null : $"HTTP {StatusCode}", Code, Title, Detail };
        return Redaction.Text(string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part))));
    }
}
