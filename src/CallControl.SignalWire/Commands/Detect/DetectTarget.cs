using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What a detection looks for.</summary>
[JsonConverter(typeof(TypedPartConverter<DetectTarget>))]
public abstract record DetectTarget : SignalWireTypedPart
{
    private protected DetectTarget(string kind)
        : base(kind)
    {
    }
}
