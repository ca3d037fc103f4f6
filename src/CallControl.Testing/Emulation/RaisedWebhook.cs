namespace CallControl.Testing.Emulation;

/// <summary>A webhook on its way, with what the faults in force when it was raised will do to it.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Session">The call, if it concerns one.</param>
/// <param name="Body">The JSON to send.</param>
/// <param name="Target">Where to send it, asked again for every attempt; null discards it.</param>
internal sealed record RaisedWebhook(string Name, string? Session, string Body, Func<Uri?> Target)
{
    /// <summary>Default POST; GET and DELETE have no body.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    public bool HasBody => Method == HttpMethod.Post || Method == HttpMethod.Put;

    /// <summary>"login:password" of the receiver, where the vendor proves who it is in no other way; null for none.</summary>
    public string? Credentials { get; init; }

    public int Copies { get; init; } = 1;

    public DateTimeOffset NotBefore { get; init; }

    public TimeSpan? ReorderWindow { get; init; }

    public bool IsMalformed { get; init; }

    public bool HasWrongSignature { get; init; }

    public bool HasStaleTimestamp { get; init; }

    /// <summary>The waits before each further delivery, instead of the doubling ones; null for those.</summary>
    public IReadOnlyList<TimeSpan>? RetryDelays { get; init; }
}
