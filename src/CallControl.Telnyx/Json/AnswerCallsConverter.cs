using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Reads a list of legs; null reads as an empty one.</summary>
internal sealed class AnswerCallsConverter : JsonConverter<IReadOnlyList<TelnyxCall>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<TelnyxCall> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return [];

        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();

        var calls = new List<TelnyxCall>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            calls.Add(JsonSerializer.Deserialize(ref reader, TelnyxJsonContext.Default.TelnyxCall) ?? throw new JsonException());

        return calls;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TelnyxCall> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var call in value)
            JsonSerializer.Serialize(writer, call, TelnyxJsonContext.Default.TelnyxCall);

        writer.WriteEndArray();
    }
}
