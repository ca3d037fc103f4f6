using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads the id of a leg, also where it was written as a number; null and a blank one are none. Other values are errors.</summary>
public sealed class CallIdConverter : JsonConverter<CallId>
{
    /// <inheritdoc/>
    public override CallId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : Of(JsonText.Read(ref reader) ?? throw new JsonException());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CallId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <summary>The id in a text; <c>default</c> for none, and for a blank one.</summary>
    public static CallId Of(string? text) => string.IsNullOrWhiteSpace(text) ? default : new CallId(text);
}
