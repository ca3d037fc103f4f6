using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What an AI sidecar is to do.</summary>
/// <remarks>On the wire a text, or an object with one member: <c>{"text": ...}</c>, <c>{"pom": [...]}</c>, <c>{"file": ...}</c>.</remarks>
[JsonConverter(typeof(SidecarPromptConverter))]
public sealed record SidecarPrompt : SignalWireCommandPart
{
    private SidecarPrompt(string? member, string? value, IReadOnlyList<JsonObject> sections)
    {
        Member = member;
        Value = value;
        Sections = sections;
    }

    /// <summary>The text, or the file's place; null for sections.</summary>
    public string? Value { get; }

    /// <summary>The sections; empty for the other kinds.</summary>
    public IReadOnlyList<JsonObject> Sections { get; }

    /// <summary>The object's member; null for a bare text.</summary>
    internal string? Member { get; }

    /// <summary>A bare text.</summary>
    /// <param name="text">The instructions.</param>
    public static implicit operator SidecarPrompt(string text) => Of(text);

    /// <summary>A bare text.</summary>
    /// <param name="text">The instructions.</param>
    public static SidecarPrompt Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SidecarPrompt(null, text, []);
    }

    /// <summary>A text in an object.</summary>
    /// <param name="text">The instructions.</param>
    public static SidecarPrompt OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SidecarPrompt("text", text, []);
    }

    /// <summary>Sections: the vendor's prompt object model.</summary>
    /// <param name="sections">The sections as the vendor describes them; the list is copied. At least one.</param>
    public static SidecarPrompt OfSections(params IEnumerable<JsonObject> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        return new SidecarPrompt("pom", null, [.. sections]);
    }

    /// <summary>A file.</summary>
    /// <param name="file">Where it is. Unverified: what the vendor takes.</param>
    public static SidecarPrompt OfFile(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new SidecarPrompt("file", file, []);
    }

    internal override void Validate(ViolationList violations, string field)
    {
        if (Value is not null)
            return;

        violations.CheckCount($"{field}.{Member}", Sections.Count, 1);
        for (var i = 0; i < Sections.Count; i++)
            violations.CheckGiven(ViolationListExtensions.Item($"{field}.{Member}", i), Sections[i]);
    }
}
