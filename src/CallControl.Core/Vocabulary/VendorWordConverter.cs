using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Writes words as text; reads text, and tolerates what vendors write in its place.</summary>
/// <typeparam name="TWord">The vocabulary.</typeparam>
public sealed class VendorWordConverter<TWord> : JsonConverter<TWord>
    where TWord : struct, IVendorWord<TWord>
{
    /// <summary>Reads a word; numbers and truth values by their text, everything else as <c>default</c>.</summary>
    /// <inheritdoc/>
    public override TWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return TWord.Of(reader.GetString()!);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return TWord.Of(Encoding.UTF8.GetString(reader.ValueSpan));
            default:
                reader.Skip();
                return default;
        }
    }

    /// <summary>Writes the word as text.</summary>
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
