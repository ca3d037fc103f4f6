using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Reads a point in time in seconds since 1970; see <see cref="EpochTime"/>.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset?>
{
    private const double Unit = 1_000_000;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EpochTime.Read(ref reader, Unit);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => EpochTime.Write(writer, value, Unit);
}
