namespace CallControl.Media;

/// <summary>A message that this version does not know, or one that lacks what makes it what it says it is.</summary>
public sealed record UnknownMediaStreamMessage : MediaStreamMessage
{
    /// <summary>Its name; empty when it has none.</summary>
    public string Event { get; init; } = "";

    /// <summary>That it is unknown; its name may be anything.</summary>
    public override string ToString() => nameof(UnknownMediaStreamMessage);
}
