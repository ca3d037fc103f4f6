using System.Buffers;
using System.Collections.ObjectModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A SWML document: what the vendor does with a call, step by step.</summary>
/// <remarks>
/// Immutable. Execution begins at the section <c>main</c>. Unverified: what happens to the call when that section is at its end; end documents with a method that says so,
/// such as <see cref="SwmlHangup"/>, <see cref="SwmlTransfer"/> or <see cref="SwmlSleep.Forever"/>. Text in it may hold the vendor's expressions, <c>${call.from}</c>.
/// Source: the vendor's introduction to SWML.
/// </remarks>
/// <example><code>new SwmlDocument(new SwmlAnswer(), new SwmlTransfer("https://app.example.com/next"))</code></example>
[JsonConverter(typeof(SwmlDocumentConverter))]
public sealed class SwmlDocument
{
    // Documents are no part of a page: nothing has to be escaped for one, and plus signs stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document with one section.</summary>
    /// <param name="main">The steps of <c>main</c>, in order; copied.</param>
    public SwmlDocument(params IReadOnlyList<SwmlMethod> main)
        : this(CurrentVersion, [new(MainSection, main ?? throw new ArgumentNullException(nameof(main)))], additionalProperties: null)
    {
    }

    internal SwmlDocument(string? version, IEnumerable<KeyValuePair<string, IReadOnlyList<SwmlMethod>>> sections, JsonObject? additionalProperties)
    {
        var copy = new OrderedDictionary<string, IReadOnlyList<SwmlMethod>>(StringComparer.Ordinal);
        foreach (var (name, methods) in sections)
            copy[name] = Array.AsReadOnly<SwmlMethod>([.. methods]);

        Version = version;
        Sections = new ReadOnlyDictionary<string, IReadOnlyList<SwmlMethod>>(copy);
        AdditionalProperties = additionalProperties;
    }

    /// <summary>The section at which execution begins: <c>main</c>.</summary>
    public static string MainSection => "main";

    /// <summary>The only version that the vendor knows: <c>1.0.0</c>.</summary>
    public static string CurrentVersion => "1.0.0";

    /// <summary>The version of the language.</summary>
    /// <value><see cref="CurrentVersion"/>, unless the document was read: then what stood there, null for nothing.</value>
    public string? Version { get; }

    /// <summary>All sections by their names, in the order in which they are written.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SwmlMethod>> Sections { get; }

    /// <summary>The steps of the section <c>main</c>; none where a document was read that has no such section.</summary>
    public IReadOnlyList<SwmlMethod> Main => Sections.GetValueOrDefault(MainSection, []);

    /// <summary>Other members of a document that was read; null for none. Written back; do not change it.</summary>
    public JsonObject? AdditionalProperties { get; }

    /// <summary>Reads a document.</summary>
    /// <remarks>
    /// What this version does not know is kept: a method, or one with members that its record cannot write back just as they stood, such as an expression in place of a number,
    /// is read as <see cref="SwmlRaw"/>.
    /// </remarks>
    /// <param name="json">The document; copied.</param>
    /// <exception cref="JsonException">It is no document: no object <c>sections</c>, a section that is no list, a step that is neither a name nor an object with one member, or text with half of a surrogate pair.</exception>
    public static SwmlDocument FromJson(JsonObject json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return json.Deserialize(SwmlJsonContext.Default.SwmlDocument)!;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The SWML document holds text that is none: half of a surrogate pair.", exception);
        }
    }

    /// <summary>The same document with one more section, or with another one in the place of that of the same name.</summary>
    /// <param name="name">Any text; what <see cref="SwmlTransfer"/> and <see cref="SwmlExecute"/> name.</param>
    /// <param name="methods">Its steps, in order; copied.</param>
    public SwmlDocument WithSection(string name, params IReadOnlyList<SwmlMethod> methods)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(methods);
        return new SwmlDocument(Version, [.. Sections, new(name, methods)], AdditionalProperties);
    }

    /// <summary>The document as JSON that may be changed.</summary>
    public JsonObject ToJsonObject() => JsonSerializer.SerializeToNode(this, SwmlJsonContext.Default.SwmlDocument)!.AsObject();

    /// <summary>The document as JSON text, for members that take a document as text, such as <see cref="SwmlEnterQueue.TransferAfterBridge"/>.</summary>
    public string ToJson() => Encoding.UTF8.GetString(Write().WrittenSpan);

    /// <summary>The document as JSON in UTF-8: the body of an answer to the vendor's fetch.</summary>
    public byte[] ToUtf8Json() => Write().WrittenSpan.ToArray();

    /// <summary>Every breach of the vendor's rules; empty for none.</summary>
    /// <remarks>Commands that carry a document check it before they are sent; this is for documents that go elsewhere.</remarks>
    public IReadOnlyList<Violation> FindViolations()
    {
        var violations = new ViolationList();
        Validate(violations, "");
        return violations.Items;
    }

    /// <summary>The kind only: what is in it may be a number, a text or a key.</summary>
    public override string ToString() => nameof(SwmlDocument);

    /// <summary>Adds every breach of the vendor's rules.</summary>
    /// <param name="violations">Where they are added.</param>
    /// <param name="field">Where the document stands; empty where it stands alone.</param>
    internal void Validate(ViolationList violations, string field)
    {
        var prefix = field.Length == 0 ? "" : field + ".";
        if (Version is not null && Version != CurrentVersion)
            violations.Add(prefix + "version", $"must be {CurrentVersion}", $"'{Version}'");

        if (!Sections.ContainsKey(MainSection))
            violations.Add(prefix + MainSection, "must be given");

        foreach (var (name, methods) in Sections)
        {
            if (methods.Count == 0)
                violations.Add(prefix + name, "must have at least one step");

            SwmlRules.Methods(violations, prefix + name, methods);
        }
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Version is not null)
            writer.WriteString("version", Version);

        writer.WriteStartObject("sections");
        foreach (var (name, methods) in Sections)
        {
            writer.WriteStartArray(name);
            foreach (var method in methods)
                SwmlMethodConverter.WriteStep(writer, method);

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        foreach (var (name, value) in AdditionalProperties ?? [])
        {
            writer.WritePropertyName(name);
            SwmlMethodConverter.WriteNode(writer, value);
        }

        writer.WriteEndObject();
    }

    private ArrayBufferWriter<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        WriteTo(writer);
        writer.Flush();
        return buffer;
    }
}
