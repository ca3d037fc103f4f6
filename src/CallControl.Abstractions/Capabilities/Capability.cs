namespace CallControl;

/// <summary>What a provider can do about one feature.</summary>
public sealed record Capability
{
    private Capability(CallFeature feature, CapabilitySupport support, string? note)
    {
        Feature = feature;
        Support = support;
        Note = note;
    }

    /// <summary>The feature meant.</summary>
    public CallFeature Feature { get; }

    /// <summary>How the provider does it.</summary>
    public CapabilitySupport Support { get; }

    /// <summary>Limits and peculiarities; for an unsupported feature what to do instead. Null where there is nothing to say.</summary>
    public string? Note { get; }

    /// <summary>Whether it can be asked for.</summary>
    public bool IsSupported => Support != CapabilitySupport.Unsupported;

    /// <summary>The vendor has it.</summary>
    /// <param name="feature">The feature meant.</param>
    /// <param name="note">Limits and peculiarities.</param>
    public static Capability Native(CallFeature feature, string? note = null) => new(feature, CapabilitySupport.Native, note);

    /// <summary>The adapter builds it of several commands.</summary>
    /// <param name="feature">The feature meant.</param>
    /// <param name="note">Of what it is composed, and what differs from a native one.</param>
    public static Capability Composed(CallFeature feature, string note) => new(feature, CapabilitySupport.Composed, note);

    /// <summary>It cannot be had.</summary>
    /// <param name="feature">The feature meant.</param>
    /// <param name="instead">What to do instead; ends up in the exception's message.</param>
    public static Capability Unsupported(CallFeature feature, string instead) => new(feature, CapabilitySupport.Unsupported, instead);
}
