using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>One of the things that a playback plays.</summary>
[JsonConverter(typeof(TypedPartConverter<PlayItem>))]
public abstract record PlayItem : SignalWireTypedPart
{
    private protected PlayItem(string kind)
        : base(kind)
    {
    }
}
