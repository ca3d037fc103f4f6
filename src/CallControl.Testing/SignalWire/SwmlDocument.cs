using System.Text.Json;

namespace CallControl.Testing;

/// <summary>A document: sections of steps, of which <c>main</c> is the first. Only JSON is read, not YAML.</summary>
internal sealed class SwmlDocument
{
    public const string MainSection = "main";

    private readonly Dictionary<string, JsonElement[]> _sections;

    private SwmlDocument(Dictionary<string, JsonElement[]> sections) => _sections = sections;

    public IReadOnlyList<JsonElement> Main => _sections[MainSection];

    public IReadOnlyList<JsonElement>? Find(string section) => _sections.GetValueOrDefault(section);

    /// <summary>A document from its text; a message tells what is wrong with it.</summary>
    public static SwmlDocument? Parse(string text, out string problem)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Of(json.RootElement.Clone(), out problem);
        }
        catch (JsonException)
        {
            problem = "The document is no JSON.";
            return null;
        }
    }

    public static SwmlDocument? Of(JsonElement root, out string problem)
    {
        problem = "";
        if (root.ValueKind is not JsonValueKind.Object)
            problem = "A document is an object with sections.";
        else if (root.EnumerateObject().Any(static entry => entry.Name is not ("version" or "sections")))
            problem = "A document has a version and sections, and nothing else.";
        else if (root.TryGetProperty("version", out var version) && !(version.ValueKind is JsonValueKind.String && version.ValueEquals("1.0.0")))
            problem = "The only version is 1.0.0.";
        else if (!root.TryGetProperty("sections", out var sections) || sections.ValueKind is not JsonValueKind.Object)
            problem = "The document has no sections.";
        else
            return OfSections(sections, out problem);
        return null;
    }

    private static SwmlDocument? OfSections(JsonElement sections, out string problem)
    {
        problem = "";
        var read = new Dictionary<string, JsonElement[]>(StringComparer.Ordinal);
        foreach (var section in sections.EnumerateObject())
        {
            if (section.Value.ValueKind is not JsonValueKind.Array || section.Value.GetArrayLength() == 0)
                problem = "A section is a list of at least one step.";
            else
                read[section.Name] = [.. section.Value.EnumerateArray()];
        }

        if (problem.Length == 0 && !read.ContainsKey(MainSection))
            problem = "The document has no main section.";
        return problem.Length == 0 ? new SwmlDocument(read) : null;
    }
}
