using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What all answers of SignalWire share.</summary>
public abstract record SignalWireAnswer
{
    private protected SignalWireAnswer()
    {
    }

    /// <summary>The answer's other members; null where there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>The kind only: what is in it may be a number.</summary>
    public sealed override string ToString() => GetType().Name;
}
