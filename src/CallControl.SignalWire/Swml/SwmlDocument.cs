using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A script (SWML) as JSON.</summary>
[JsonConverter(typeof(SwmlDocumentConverter))]
public sealed class SwmlDocument
{
    private readonly JsonObject _json;

    private SwmlDocument(JsonObject json) => _json = json;

    /// <summary>Takes a script as it is.</summary>
    /// <param name="json">The document; copied.</param>
    public static SwmlDocument FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new SwmlDocument((JsonObject)json.DeepClone());
    }

    /// <summary>The document; a copy.</summary>
    public JsonObject ToJsonObject() => (JsonObject)_json.DeepClone();
}
