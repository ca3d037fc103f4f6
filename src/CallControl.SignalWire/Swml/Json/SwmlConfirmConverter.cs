using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes an address as text, steps as a list.</summary>
internal sealed class SwmlConfirmConverter : JsonConverter<SwmlConfirm>
{
    public override SwmlConfirm Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? new SwmlConfirm(Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out var url) ? url : throw new JsonException())
        : new SwmlConfirm(JsonSerializer.Deserialize(ref reader, SwmlJsonContext.Default.IReadOnlyListSwmlMethod) ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, SwmlConfirm value, JsonSerializerOptions options)
    {
        if (value.Url is { } url)
            writer.WriteStringValue(url.OriginalString);
        else
            SwmlMethodConverter.WriteSteps(writer, value.Methods ?? []);
    }
}
