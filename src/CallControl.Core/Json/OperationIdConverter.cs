using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Writes the id of an operation as text, and reads it, also where it was written as a number. Other values, null and a blank one are errors.</summary>
public sealed class OperationIdConverter : JsonConverter<OperationId>
{
    /// <inheritdoc/>
    public override OperationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader) is { } text && !string.IsNullOrWhiteSpace(text) ? new OperationId(text) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OperationId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
