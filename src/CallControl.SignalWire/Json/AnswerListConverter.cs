using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads a list, of which nulls are left out; null reads as an empty one.</summary>
/// <typeparam name="T">What is in it.</typeparam>
internal sealed class AnswerListConverter<T> : JsonConverter<IReadOnlyList<T>>
    where T : SignalWireAnswer
{
    private static readonly ListConverter<T> List = new();

    public override bool HandleNull => true;

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? [] : List.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => List.Write(writer, value, options);
}
