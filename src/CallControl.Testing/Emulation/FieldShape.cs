using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallControl.Testing.Emulation;

/// <summary>
/// What one field of a request may hold. Type names are those of the embedded table: "integer", "array&lt;string&gt;", "SipHeader".
/// </summary>
internal sealed class FieldShape
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    private readonly RequestSchema _schema;
    private IReadOnlyList<string> _types = ["object"];
    private Dictionary<string, FieldShape>? _fields;
    private HashSet<string>? _values;
    private decimal? _min;
    private decimal? _max;
    private decimal? _above;
    private int _minLength;
    private int _maxLength = int.MaxValue;
    private int _minItems;
    private int _maxItems = int.MaxValue;
    private FieldShape? _items;
    private bool _exactlyOne;
    private Regex? _pattern;
    private string? _format;
    private bool _nullable;
    private string? _by;
    private Dictionary<string, string>? _of;

    private FieldShape(RequestSchema schema) => _schema = schema;

    public bool IsRequired { get; private set; }

    /// <summary>A field: the name of its type, or an object with its rules.</summary>
    public static FieldShape OfField(RequestSchema schema, JsonElement entry)
    {
        if (entry.ValueKind is JsonValueKind.String)
            return new FieldShape(schema) { _types = Alternatives(entry.GetString()!) };
        var shape = OfType(schema, entry);
        shape._types = Alternatives(entry.GetProperty("type").GetString()!);
        shape.IsRequired = entry.TryGetProperty("required", out _);
        shape._nullable = entry.TryGetProperty("nullable", out _);
        shape._values = entry.TryGetProperty("enum", out var values) ? schema.EnumerationOf(values) : null;
        shape._min = entry.TryGetProperty("min", out var min) ? min.GetDecimal() : null;
        shape._max = entry.TryGetProperty("max", out var max) ? max.GetDecimal() : null;
        shape._above = entry.TryGetProperty("above", out var above) ? above.GetDecimal() : null;
        shape._minLength = entry.TryGetProperty("minLength", out var minLength) ? minLength.GetInt32() : 0;
        shape._maxLength = entry.TryGetProperty("maxLength", out var maxLength) ? maxLength.GetInt32() : int.MaxValue;
        shape._minItems = entry.TryGetProperty("minItems", out var minItems) ? minItems.GetInt32() : 0;
        shape._maxItems = entry.TryGetProperty("maxItems", out var maxItems) ? maxItems.GetInt32() : int.MaxValue;
        shape._items = entry.TryGetProperty("items", out var items) ? OfField(schema, items) : null;
        shape._pattern = entry.TryGetProperty("pattern", out var pattern)
            ? new Regex(pattern.GetString()!, RegexOptions.CultureInvariant, PatternLimit)
            : null;
        shape._format = entry.TryGetProperty("format", out var format) ? format.GetString() : null;
        return shape;
    }

    /// <summary>A body or shared type: its fields, the alternatives it stands for, or, with neither, any object.</summary>
    public static FieldShape OfType(RequestSchema schema, JsonElement entry)
    {
        var shape = new FieldShape(schema) { _exactlyOne = entry.TryGetProperty("exactlyOne", out _) };
        if (entry.TryGetProperty("fields", out var fields))
            shape._fields = fields.EnumerateObject().ToDictionary(static field => field.Name, field => OfField(schema, field.Value));
        else if (entry.TryGetProperty("by", out var by))
            (shape._by, shape._of, shape._types) = (by.GetString(), Mapping(entry.GetProperty("of")), ["union"]);
        else if (entry.TryGetProperty("anyOf", out var anyOf))
            shape._types = [.. RequestSchema.TextsOf(anyOf)];
        return shape;
    }

    /// <summary>The member of that name; null when there is none.</summary>
    public FieldShape? FieldOf(string name) => _fields?.GetValueOrDefault(name);

    public void Check(JsonElement value, string pointer, SchemaFindings findings)
    {
        if (value.ValueKind is JsonValueKind.Null && _nullable)
            return;
        if (_schema.TakesVariables && value.ValueKind is JsonValueKind.String && HasPlaceholder(value.GetString()!))
            return;
        foreach (var type in _types)
        {
            if (Takes(type, value))
            {
                CheckAs(type, value, pointer, findings);
                return;
            }
        }

        findings.Report(SchemaProblem.Type, $"Expected {string.Join(" or ", _types)}.", pointer);
    }

    private static Dictionary<string, string> Mapping(JsonElement of) =>
        of.EnumerateObject().ToDictionary(static entry => entry.Name, static entry => entry.Value.GetString()!);

    /// <summary>Splits at the bars outside of angle brackets.</summary>
    private static List<string> Alternatives(string type)
    {
        var alternatives = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < type.Length; i++)
        {
            depth += type[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (type[i] != '|' || depth > 0)
                continue;
            alternatives.Add(type[start..i]);
            start = i + 1;
        }

        alternatives.Add(type[start..]);
        return alternatives;
    }

    private bool Takes(string type, JsonElement value) => type switch
    {
        "any" => true,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "unsigned" => value.ValueKind is JsonValueKind.Number && value.TryGetUInt64(out _),
        "number" => value.ValueKind is JsonValueKind.Number,
        _ when type.StartsWith("array<", StringComparison.Ordinal) => value.ValueKind is JsonValueKind.Array,
        "object" or "union" => value.ValueKind is JsonValueKind.Object,
        _ when type.StartsWith("map<", StringComparison.Ordinal) => value.ValueKind is JsonValueKind.Object,
        _ => _schema.TypeOf(type)._types.Any(alternative => Takes(alternative, value)),
    };

    private void CheckAs(string type, JsonElement value, string pointer, SchemaFindings findings)
    {
        switch (type)
        {
            case "any" or "boolean" or "unsigned":
                break;
            case "string":
                CheckText(value.GetString()!, pointer, findings);
                break;
            case "integer" or "number":
                CheckNumber(value, pointer, findings);
                break;
            case "object":
                CheckObject(value, pointer, findings);
                break;
            case "union":
                CheckUnion(value, pointer, findings);
                break;
            case ['a', 'r', 'r', 'a', 'y', '<', .. var item, '>']:
                CheckItems(item, value, pointer, findings);
                break;
            case ['m', 'a', 'p', '<', 's', 't', 'r', 'i', 'n', 'g', ',', .. var item, '>']:
                foreach (var entry in value.EnumerateObject())
                    ItemShape(item).Check(entry.Value, $"{pointer}/{entry.Name}", findings);
                break;
            default:
                _schema.TypeOf(type).Check(value, pointer, findings);
                break;
        }
    }

    private void CheckText(string text, string pointer, SchemaFindings findings)
    {
        if (_values is not null && !_values.Contains(text))
            findings.Report(SchemaProblem.NotInEnumeration, "The value is not one of those allowed.", pointer);
        else if (text.Length < _minLength || text.Length > _maxLength)
            findings.Report(
                SchemaProblem.Length, string.Create(CultureInfo.InvariantCulture, $"{_minLength} to {_maxLength} characters."), pointer);
        else if (_pattern?.IsMatch(text) is false)
            findings.Report(SchemaProblem.Pattern, $"The value must match {_pattern}.", pointer);
        else if (_format is "uuid" && !Guid.TryParseExact(text, "D", out _))
            findings.Report(SchemaProblem.Uuid, "The value must be a UUID.", pointer);
        else if (_format is "base64" && !IsBase64(text))
            findings.Report(SchemaProblem.Base64, "The value must be base64.", pointer);
        else if (_format is "url" && !IsWebAddress(text))
            findings.Report(SchemaProblem.Url, "The value must be an HTTP or HTTPS address.", pointer);
    }

    private void CheckNumber(JsonElement value, string pointer, SchemaFindings findings)
    {
        if (_values is not null && !_values.Contains(value.GetRawText()))
            findings.Report(SchemaProblem.NotInEnumeration, "The value is not one of those allowed.", pointer);
        else if (!value.TryGetDecimal(out var number) || number < _min || number > _max || number <= _above)
            findings.Report(SchemaProblem.OutOfRange, RangeText(), pointer);
    }

    private void CheckObject(JsonElement value, string pointer, SchemaFindings findings)
    {
        if (_fields is null)
            return;
        foreach (var entry in value.EnumerateObject())
        {
            if (_fields.TryGetValue(entry.Name, out var field))
                field.Check(entry.Value, $"{pointer}/{entry.Name}", findings);
            else
                findings.Report(SchemaProblem.Unknown, "The vendor documents no such field.", $"{pointer}/{entry.Name}");
        }

        if (_exactlyOne && value.EnumerateObject().Count(entry => _fields.ContainsKey(entry.Name)) != 1)
            findings.Report(SchemaProblem.Alternatives, $"Exactly one of {string.Join(", ", _fields.Keys)} is expected.", pointer);
        foreach (var (name, field) in _fields)
        {
            if (field.IsRequired && !value.TryGetProperty(name, out _))
                findings.Report(SchemaProblem.Missing, "The field is required.", $"{pointer}/{name}");
        }
    }

    private void CheckUnion(JsonElement value, string pointer, SchemaFindings findings)
    {
        if (!value.TryGetProperty(_by!, out var kind))
            findings.Report(SchemaProblem.Missing, "The field tells which kind of object this is.", $"{pointer}/{_by}");
        else if (kind.ValueKind is not JsonValueKind.String || !_of!.TryGetValue(kind.GetString()!, out var type))
            findings.Report(SchemaProblem.NotInEnumeration, "The value is not one of those allowed.", $"{pointer}/{_by}");
        else
            _schema.TypeOf(type).Check(value, pointer, findings);
    }

    private void CheckItems(string item, JsonElement value, string pointer, SchemaFindings findings)
    {
        if (value.GetArrayLength() < _minItems)
            findings.Report(SchemaProblem.Length, string.Create(CultureInfo.InvariantCulture, $"At least {_minItems} items."), pointer);
        if (value.GetArrayLength() > _maxItems)
            findings.Report(SchemaProblem.Length, string.Create(CultureInfo.InvariantCulture, $"At most {_maxItems} items."), pointer);
        var shape = ItemShape(item);
        var index = 0;
        foreach (var entry in value.EnumerateArray())
            shape.Check(entry, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}"), findings);
    }

    /// <summary>What stands inside of a list or map has this field's own members or kinds, if it has any.</summary>
    private FieldShape ItemShape(string item) =>
        _items ?? new FieldShape(_schema) { _types = Alternatives(item), _fields = _fields, _by = _by, _of = _of };

    private string RangeText() => _above is { } above
        ? string.Create(CultureInfo.InvariantCulture, $"Allowed: more than {above}.")
        : string.Create(CultureInfo.InvariantCulture, $"Allowed: {_min} to {_max}.");

    private static bool HasPlaceholder(string text) =>
        text.Contains("${", StringComparison.Ordinal) || text.Contains("%{", StringComparison.Ordinal);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static bool IsBase64(string text) =>
        text.Length == 0 || Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
