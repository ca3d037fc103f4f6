using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.SignalWire;

/// <summary>Reads a list that is no reason to lose the answer it stands in: what is no object in it is left out, what is no list reads as an empty one.</summary>
/// <typeparam name="T">What is in it.</typeparam>
internal sealed class ForgivingListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : SignalWireAnswer
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                list.Add(JsonSerializer.Deserialize(ref reader, TypeOf(options))!);
            else
                reader.Skip();
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            JsonSerializer.Serialize(writer, item, TypeOf(options));

        writer.WriteEndArray();
    }

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
