namespace CallControl.Testing.Emulation;

/// <summary>Something that the application hears a leg by, or speaks into it with. Called under the account's lock, once a frame.</summary>
internal interface IAudioPart
{
    /// <summary>Adds what the application sends to what the leg's person hears.</summary>
    void Play(Span<short> heard);

    /// <summary>Takes what the person said and heard.</summary>
    void Take(ReadOnlySpan<short> said, ReadOnlySpan<short> heard);
}
