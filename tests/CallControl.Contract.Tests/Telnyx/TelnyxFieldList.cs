using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>
/// The list of the vendor's operations with all fields, however deep, as <c>commands.json</c> has it; mappings are held against it. A place is
/// called after the operation, or after the shared type, and the way from there: <c>dial:conference_config.mute</c>, <c>SipHeader:name</c>.
/// </summary>
internal sealed class TelnyxFieldList
{
    private const string RegexMarker = "${json-unit.regex}";

    // Of their words any number may stand in one text, separated by commas.
    private const string ListOfWords = "preferred_codecs";

    private readonly JsonElement _types;

    public TelnyxFieldList()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Telnyx", "commands.json")));
        _types = document.RootElement.GetProperty("types").Clone();
        Commands = document.RootElement.GetProperty("commands").EnumerateArray()
            .ToDictionary(command => command.GetProperty("name").GetString()!, command => command.Clone(), StringComparer.Ordinal);
    }

    /// <summary>The operations by name, in the vendor's order.</summary>
    public IReadOnlyDictionary<string, JsonElement> Commands { get; }

    /// <summary>Every place that a request of an operation has, with those of the shared types in it.</summary>
    public IReadOnlySet<string> PlacesOf(string operation)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        AddPlaces(FieldsOf(Commands[operation]), operation + ":", places);
        return places;
    }

    /// <summary>Holds the body of a request against the list.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">What a mapping expects.</param>
    /// <param name="seen">Takes the places that the body fills.</param>
    /// <returns>What is not as the list says; empty where everything is.</returns>
    public IReadOnlyList<string> Check(string operation, JsonObject body, ISet<string> seen)
    {
        var faults = new List<string>();
        CheckObject(FieldsOf(Commands[operation]), body, operation + ":", seen, faults);
        return faults;
    }

    private static List<JsonElement> FieldsOf(JsonElement owner) =>
        owner.TryGetProperty("fields", out var fields) ? [.. fields.EnumerateArray()] : [];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string WithoutArray(string type) =>
        type.StartsWith("array<", StringComparison.Ordinal) && type.EndsWith('>') ? type["array<".Length..^1] : type;

    private void AddPlaces(List<JsonElement> fields, string prefix, HashSet<string> places)
    {
        foreach (var field in fields)
        {
            var place = prefix + Text(field, "name");
            // A shared type that was here before, perhaps within itself.
            if (!places.Add(place)) return;
            AddPlaces(FieldsOf(field), place + ".", places);
            foreach (var type in TypesOf(field)) AddPlaces(FieldsOf(_types.GetProperty(type)), type + ":", places);
        }
    }

    // The shared types that a value of the field may have, unions resolved.
    private List<string> TypesOf(JsonElement field)
    {
        var names = field.TryGetProperty("mapping", out var mapping)
            ? mapping.EnumerateObject().Select(variant => variant.Value.GetString()!)
            : [WithoutArray(Text(field, "type"))];
        return [.. names.Where(name => _types.TryGetProperty(name, out _)).SelectMany(name => Text(_types.GetProperty(name), "kind") == "union"
            ? _types.GetProperty(name).GetProperty("variants").EnumerateArray().Select(variant => variant.GetString()!).Where(variant => _types.TryGetProperty(variant, out _))
            : [name])];
    }

    private void CheckObject(List<JsonElement> fields, JsonObject value, string prefix, ISet<string> seen, List<string> faults)
    {
        var known = fields.ToDictionary(field => Text(field, "name"), StringComparer.Ordinal);
        // The vendor does not say what is in some of its objects.
        if (known.Count == 0) return;
        faults.AddRange(known.Values.Where(field => field.TryGetProperty("required", out _) && !value.ContainsKey(Text(field, "name")))
            .Select(field => $"{prefix}{Text(field, "name")} is missing"));
        foreach (var (name, item) in value)
        {
            if (!known.TryGetValue(name, out var field))
            {
                faults.Add($"{prefix}{name} is not in the list");
                continue;
            }

            seen.Add(prefix + name);
            CheckValue(field, item!, prefix + name, seen, faults);
        }
    }

    private void CheckValue(JsonElement field, JsonNode value, string place, ISet<string> seen, List<string> faults)
    {
        switch (value)
        {
            case JsonArray items:
                foreach (var item in items) CheckValue(field, item!, place, seen, faults);
                break;
            case JsonObject map when Text(field, "type") == "map<string,object>":
                foreach (var (_, item) in map) CheckObject(FieldsOf(field), item!.AsObject(), place + ".", seen, faults);
                break;
            case JsonObject item:
                if (TypeOf(field, item) is { } type)
                    CheckObject(FieldsOf(_types.GetProperty(type)), item, type + ":", seen, faults);
                else if (field.TryGetProperty("mapping", out _))
                    faults.Add($"{place} is none of the union");
                else
                    CheckObject(FieldsOf(field), item, place + ".", seen, faults);
                break;
            default:
                if (FaultOf(field, value.AsValue()) is { } fault) faults.Add($"{place} {fault}");
                break;
        }
    }

    private string? TypeOf(JsonElement owner, JsonObject value)
    {
        string? type;
        if (owner.TryGetProperty("mapping", out var mapping))
        {
            var word = value[Text(owner, "discriminator")]?.GetValue<string>() ?? "";
            type = mapping.TryGetProperty(word, out var variant) ? variant.GetString() : null;
        }
        else
        {
            type = WithoutArray(Text(owner, "type"));
        }

        if (type is null || !_types.TryGetProperty(type, out var found)) return null;
        if (Text(found, "kind") != "union") return type;
        return found.TryGetProperty("discriminator", out _) ? TypeOf(found, value) : null;
    }

    private static string? FaultOf(JsonElement field, JsonValue value)
    {
        var type = Text(field, "type");
        var (kind, isNumber) = (value.GetValueKind(), value.GetValueKind() == JsonValueKind.Number);
        var word = kind == JsonValueKind.String ? value.GetValue<string>() : "";
        var fits = kind switch
        {
            JsonValueKind.String => type.Contains("string", StringComparison.Ordinal) || type == "PayPromptValue",
            JsonValueKind.Number => type.Contains("number", StringComparison.Ordinal) || (type.Contains("integer", StringComparison.Ordinal) && value.ToJsonString().All(char.IsAsciiDigit)),
            JsonValueKind.True or JsonValueKind.False => type.Contains("boolean", StringComparison.Ordinal),
            _ => false,
        };
        if (!fits) return $"is no {type}";
        if (isNumber && (Limit(field, "min") > value.GetValue<double>() || Limit(field, "max") < value.GetValue<double>())) return "is out of range";
        if (kind != JsonValueKind.String || word.StartsWith(RegexMarker, StringComparison.Ordinal)) return null;
        if (Limit(field, "min_length") > word.Length || Limit(field, "max_length") < word.Length) return "is too long or too short";
        return field.TryGetProperty("enum", out var words) && Text(field, "name") != ListOfWords && words.EnumerateArray().All(allowed => allowed.GetString() != word)
            ? $"is none of the list's words: {word}"
            : null;
    }

    private static double? Limit(JsonElement field, string name) => field.TryGetProperty(name, out var limit) ? limit.GetDouble() : null;
}
