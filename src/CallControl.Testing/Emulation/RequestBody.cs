using System.Text.Json;

namespace CallControl.Testing.Emulation;

/// <summary>The fields of a request, or of a part of one, that has passed the schema.</summary>
internal sealed class RequestBody(JsonElement root)
{
    public bool Has(string name) => root.TryGetProperty(name, out _);

    public JsonElement? Element(string name) => root.TryGetProperty(name, out var value) ? value : null;

    public string? Text(string name) => Element(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    public bool Flag(string name) => Element(name) is { ValueKind: JsonValueKind.True };

    public int Integer(string name, int otherwise) =>
        Element(name) is { ValueKind: JsonValueKind.Number } value ? (int)Math.Min(value.GetInt64(), int.MaxValue) : otherwise;

    public TimeSpan Milliseconds(string name, int otherwise) => TimeSpan.FromMilliseconds(Integer(name, otherwise));

    public TimeSpan Seconds(string name, int otherwise) => TimeSpan.FromSeconds(Integer(name, otherwise));

    public double? Number(string name) => Element(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>Seconds with a fraction.</summary>
    public TimeSpan? Duration(string name) => Number(name) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null;

    /// <summary>A text, or a list of texts, as a list.</summary>
    public static IReadOnlyList<string> TextsOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(static item => item.GetString()!)],
        _ => [],
    };

    public RequestBody? Object(string name) =>
        Element(name) is { ValueKind: JsonValueKind.Object } value ? new RequestBody(value) : null;

    public IEnumerable<JsonProperty> Entries(string name) =>
        Element(name) is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject() : [];
}
