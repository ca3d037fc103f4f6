using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes what a method does with its result: the parameters alone, of a switch an object, of a cond a list.</summary>
internal sealed class SwmlBranchConverter : JsonConverter<SwmlBranch>
{
    public override SwmlBranch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => document.RootElement.Deserialize(SwmlJsonContext.Default.SwmlSwitch)!,
            JsonValueKind.Array => new SwmlCond(document.RootElement.Deserialize(SwmlJsonContext.Default.IReadOnlyListSwmlCondition)!),
            _ => throw new JsonException(),
        };
    }

    public override void Write(Utf8JsonWriter writer, SwmlBranch value, JsonSerializerOptions options) => value.WriteParameters(writer);
}
