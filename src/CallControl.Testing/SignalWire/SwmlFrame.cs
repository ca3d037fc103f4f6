using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>A section, or the steps inside of another step, and how far they are done.</summary>
internal sealed record SwmlFrame(SwmlDocument Document, IReadOnlyList<JsonElement> Steps, JsonObject Parameters, bool IsSection)
{
    public int Index { get; set; }

    /// <summary>What is done once a section has come back; null for one that does not.</summary>
    public SwmlReturn? ComesBack { get; init; }
}
