using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What all answers of Telnyx share.</summary>
public abstract record TelnyxAnswer
{
    private protected TelnyxAnswer()
    {
    }

    /// <summary>The answer's other members; null where there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>The kind only: what is in it may be a number.</summary>
    public sealed override string ToString() => GetType().Name;
}
