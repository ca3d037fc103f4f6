namespace CallControl;

/// <summary>Collects what the caller enters: keys, speech, or both.</summary>
public sealed record GatherRequest : OperationRequest
{
    /// <summary>What to play before and while collecting.</summary>
    /// <value>Empty by default. Some providers demand one: <see cref="CallFeature.GatherWithoutPrompt"/>.</value>
    public IReadOnlyList<MediaSource> Prompt { get; init; } = [];

    /// <summary>What to play when the input does not fit, before the next try.</summary>
    /// <value>Empty, the default, leaves it to the provider. Needs <see cref="CallFeature.GatherInvalidPrompt"/>.</value>
    public IReadOnlyList<MediaSource> InvalidPrompt { get; init; } = [];

    /// <summary>Which keys to collect.</summary>
    /// <value>By default what the provider takes when it is told nothing; null collects speech only.</value>
    public DigitOptions? Digits { get; init; } = new();

    /// <summary>Which speech to collect.</summary>
    /// <value>Null, the default, collects keys only. Needs <see cref="CallFeature.GatherSpeech"/>.</value>
    public SpeechOptions? Speech { get; init; }

    /// <summary>How long to wait for input, from the end of the prompt, in each try.</summary>
    /// <value>Null, the default, leaves it to the provider (session gateway 5 s, Telnyx 60 s, SignalWire 4 s, CALLR 30 s).</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How often to ask.</summary>
    /// <value>Null, the default, leaves it to the provider (1 to 3). Not below 1.</value>
    public int? MaxTries { get; init; }
}
