using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Providers;

/// <summary>
/// Reads the objects of a list, or of an object whose members are the items, as servers of PHP write lists. It is no reason to lose the answer it stands in: what is no object in it is left
/// out, what is neither reads as an empty list.
/// </summary>
/// <typeparam name="T">What is in it.</typeparam>
public sealed class ForgivingListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    /// <summary>True: null is an empty list.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
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

    /// <summary>Writes an array; null as an empty one.</summary>
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value ?? [])
            JsonSerializer.Serialize(writer, item, TypeOf(options));

        writer.WriteEndArray();
    }

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
