using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SessionGateway;

/// <summary>An answer whose shape the vendor's visible pages do not tell: an object, an array, or nothing.</summary>
[JsonConverter(typeof(GatewayAnswerConverter))]
public sealed record GatewayAnswer
{
    /// <summary>The answer as it came; <c>default</c> (<see cref="JsonValueKind.Undefined"/>) where it was not JSON.</summary>
    /// <remarks>An empty answer reads as an empty object.</remarks>
    public JsonElement Json { get; init; }

    /// <summary>The members of an answer that is an object; empty otherwise. Of two members of one name the last is kept.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>The elements of an answer that is an array; empty otherwise.</summary>
    public IReadOnlyList<JsonElement> Items { get; init; } = [];

    /// <summary>The kind only: what is in it may be a phone number.</summary>
    public override string ToString() => $"{nameof(GatewayAnswer)} ({Json.ValueKind})";

    internal static GatewayAnswer From(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                foreach (var member in json.EnumerateObject())
                    members[member.Name] = member.Value;

                return new GatewayAnswer { Json = json, Members = members };

            case JsonValueKind.Array:
                return new GatewayAnswer { Json = json, Items = [.. json.EnumerateArray()] };

            default:
                return new GatewayAnswer { Json = json };
        }
    }
}
