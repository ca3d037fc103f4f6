using System.Globalization;
using System.Text.Json;

namespace CallControl.Testing.Emulation;

/// <summary>
/// A few words on a JSON body. Only numbers, flags, list lengths and a few fields known to be harmless are shown: a phone number, a
/// URL or a key never is.
/// </summary>
internal static class TrafficSummary
{
    private static readonly HashSet<string> HarmlessTexts = new(StringComparer.Ordinal)
    {
        "command_uid", "cause", "hangup_cause", "status", "reason", "room_id", "terminator", "error",
        "direction", "state", "result", "code", "title", "call_state", "connect_state", "end_reason", "failed_reason", "command",
    };

    /// <summary>Objects whose members are described as if they stood outside.</summary>
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "data", "payload", "params" };

    public static string Of(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
                return "not an object";
            var words = new List<string>();
            Describe(document.RootElement, words);
            return string.Join(", ", words);
        }
        catch (JsonException)
        {
            return "not JSON";
        }
    }

    private static void Describe(JsonElement element, List<string> words)
    {
        foreach (var property in element.EnumerateObject())
        {
            var value = property.Value;
            if (property.NameEquals("digits") && value.ValueKind is JsonValueKind.String)
                words.Add(string.Create(CultureInfo.InvariantCulture, $"{value.GetRawText().Length - 2} digits"));
            else if (value.ValueKind is JsonValueKind.Object && Wrappers.Contains(property.Name))
                Describe(value, words);
            else if (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0)
                words.Add(string.Create(CultureInfo.InvariantCulture, $"{value.GetArrayLength()} {property.Name}"));
            else if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False || IsHarmless(property))
                words.Add($"{property.Name} {value}");
        }
    }

    private static bool IsHarmless(JsonProperty property) =>
        property.Value.ValueKind is JsonValueKind.String && HarmlessTexts.Contains(property.Name);
}
