using System.Globalization;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The parameters of one step, with variables put in.</summary>
internal sealed class SwmlArguments(JsonElement root, SwmlValues values)
{
    public JsonElement Root => root;

    public SwmlValues Values => values;

    public JsonElement? Element(string name) =>
        root.ValueKind is JsonValueKind.Object && root.TryGetProperty(name, out var value) ? value : null;

    public bool Has(string name) => Element(name) is not null;

    /// <summary>The parameter that stands alone, without a name.</summary>
    public string? Alone => root.ValueKind is JsonValueKind.String ? values.Expand(root.GetString()!) : null;

    public string? Text(string name) =>
        Element(name) is { ValueKind: JsonValueKind.String } value ? values.Expand(value.GetString()!) : null;

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    /// <summary>An HTTP or HTTPS address; null for anything else.</summary>
    public Uri? Url(string name) =>
        Text(name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https") ? url : null;

    public bool Flag(string name, bool otherwise = false) => Element(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Text(name) is { } text ? text is "true" : otherwise,
    };

    public double? Number(string name) => Element(name) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.GetDouble(),
        _ => double.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    public int Integer(string name, int otherwise) => (int)(Number(name) ?? otherwise);

    public TimeSpan Seconds(string name, double otherwise) => TimeSpan.FromSeconds(Math.Min(Number(name) ?? otherwise, int.MaxValue));

    /// <summary>A text, or a list of texts, as a list.</summary>
    public IReadOnlyList<string> Texts(string name) => [.. RequestBody.TextsOf(Element(name)).Select(values.Expand)];
}
