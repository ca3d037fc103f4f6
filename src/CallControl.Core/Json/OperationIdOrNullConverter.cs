using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads a command's id; a blank one is none.</summary>
public sealed class OperationIdOrNullConverter : JsonConverter<OperationId?>
{
    /// <inheritdoc/>
    public override OperationId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = JsonText.Read(ref reader) ?? throw new JsonException();
        return string.IsNullOrWhiteSpace(text) ? null : new OperationId(text);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OperationId? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.Value);
}
