using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Callr;

/// <summary>Reads the objects of a list, or of an object whose members are the items: the vendor writes either. What is no object is left out.</summary>
/// <typeparam name="T">What is in it.</typeparam>
internal sealed class CallrListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            reader.Skip();
            return [];
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                list.Add(JsonSerializer.Deserialize(ref reader, TypeOf(options))!);
            else if (reader.TokenType != JsonTokenType.PropertyName)
                reader.Skip();
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value ?? [])
            JsonSerializer.Serialize(writer, item, TypeOf(options));

        writer.WriteEndArray();
    }

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
