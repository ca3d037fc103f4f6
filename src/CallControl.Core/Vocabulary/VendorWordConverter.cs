using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Writes words as text; reads text, and tolerates what vendors write in its place.</summary>
/// <typeparam name="TWord">The vocabulary.</typeparam>
public sealed class VendorWordConverter<TWord> : JsonConverter<TWord>
    where TWord : struct, IVendorWord<TWord>
{
    /// <summary>True: null is <c>default</c>, the word that was left out.</summary>
    public override bool HandleNull => true;

    /// <summary>Reads a word; numbers and truth values by their text.</summary>
    /// <exception cref="JsonException">There is an object or a list.</exception>
    /// <inheritdoc/>
    public override TWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => TWord.Of(reader.GetString()!),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => TWord.Of(Encoding.UTF8.GetString(reader.ValueSpan)),
        _ => throw new JsonException(),
    };

    /// <summary>Writes the word as text.</summary>
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
