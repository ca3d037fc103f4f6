using System.Text.Json;

namespace CallControl.Testing;

/// <summary>The fields of a request that has passed the schema.</summary>
internal sealed class TelnyxBody(JsonElement root)
{
    public string? CommandId => Text("command_id");

    public string? ClientState => Text("client_state");

    public bool Has(string name) => root.TryGetProperty(name, out _);

    public JsonElement? Element(string name) => root.TryGetProperty(name, out var value) ? value : null;

    public string? Text(string name) => Element(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    public bool Flag(string name) => Element(name) is { ValueKind: JsonValueKind.True };

    public int Integer(string name, int otherwise) =>
        Element(name) is { ValueKind: JsonValueKind.Number } value ? (int)Math.Min(value.GetInt64(), int.MaxValue) : otherwise;

    public TimeSpan Milliseconds(string name, int otherwise) => TimeSpan.FromMilliseconds(Integer(name, otherwise));

    public TimeSpan Seconds(string name, int otherwise) => TimeSpan.FromSeconds(Integer(name, otherwise));

    /// <summary>A text, or a list of texts, as a list.</summary>
    public static IReadOnlyList<string> TextsOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => [text.GetString()!],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(static item => item.GetString()!)],
        _ => [],
    };

    public TelnyxBody? Object(string name) =>
        Element(name) is { ValueKind: JsonValueKind.Object } value ? new TelnyxBody(value) : null;

    public IEnumerable<JsonProperty> Entries(string name) =>
        Element(name) is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject() : [];
}
