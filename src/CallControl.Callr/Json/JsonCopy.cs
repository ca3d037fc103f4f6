using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr;

/// <summary>Copies objects of a stranger into such as can be used and written without surprises.</summary>
/// <remarks>Of two members of one name the last counts; a name or a text that is none, for half a surrogate pair, is left out.</remarks>
internal static class JsonCopy
{
    public static JsonObject Of(JsonElement json)
    {
        var copy = new JsonObject();
        foreach (var member in json.EnumerateObject())
        {
            if (TryRead(() => member.Name) is { } name)
                copy[name] = Value(member.Value);
        }

        return copy;
    }

    private static JsonNode? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Of(json),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.String => TryRead(json.GetString) is { } text ? JsonValue.Create(text) : null,
        JsonValueKind.Null => null,
        _ => JsonValue.Create(json.Clone()),
    };

    private static string? TryRead(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
