using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>One step of a document: the name of a method alone, or an object with the name and its parameters.</summary>
internal static class SwmlStep
{
    /// <summary>The method's name; null for what is not one method.</summary>
    public static string? NameOf(JsonElement step) => step.ValueKind switch
    {
        JsonValueKind.String => step.GetString(),
        JsonValueKind.Object when step.EnumerateObject().Count() == 1 => step.EnumerateObject().First().Name,
        _ => null,
    };

    /// <summary>The parameters; one that stands alone gets its name.</summary>
    public static JsonElement ParametersOf(JsonElement step, string name, SwmlMethod method)
    {
        var parameters = step.ValueKind is JsonValueKind.Object ? step.GetProperty(name) : EmptyObject();
        if (parameters.ValueKind is JsonValueKind.Null && name is not "return")
            return EmptyObject();
        return method.Alone is { } alone && parameters.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? Named(alone, parameters)
            : parameters;
    }

    /// <summary>The name of a label; null for any other step.</summary>
    public static string? LabelOf(JsonElement step) =>
        step.ValueKind is JsonValueKind.Object && step.TryGetProperty("label", out var label) && label.ValueKind is JsonValueKind.String
            ? label.GetString()
            : null;

    /// <summary>A <c>result</c> as a step of its own: conditions, or a switch on the variable unless it names another one.</summary>
    public static JsonElement BranchOf(JsonElement result, string variable)
    {
        if (result.ValueKind is not JsonValueKind.Object)
            return Named("cond", result);
        var branches = new JsonObject { ["variable"] = variable };
        foreach (var member in result.EnumerateObject())
            branches[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        return JsonParts.ElementOf(new JsonObject { ["switch"] = branches });
    }

    private static JsonElement EmptyObject() => JsonParts.ElementOf(new JsonObject());

    private static JsonElement Named(string name, JsonElement value) =>
        JsonParts.ElementOf(new JsonObject { [name] = JsonNode.Parse(value.GetRawText()) });
}
