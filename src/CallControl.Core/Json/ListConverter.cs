using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Providers;

/// <summary>Reads an array, of which nulls are left out. Other values are errors.</summary>
/// <typeparam name="T">What is in it.</typeparam>
public sealed class ListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : class
{
    /// <inheritdoc/>
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();

        List<T>? list = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null)
                (list ??= []).Add(ReadItem(ref reader, options));
        }

        return list ?? (IReadOnlyList<T>)[];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            JsonSerializer.Serialize(writer, item, TypeOf(options));

        writer.WriteEndArray();
    }

    private static T ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, TypeOf(options)) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            // Its path begins at the item; one without a path gets that of the list.
            throw new JsonException(message: null, exception);
        }
    }

    private static JsonTypeInfo<T> TypeOf(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
