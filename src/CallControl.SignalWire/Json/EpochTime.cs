using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads points in time, which the vendor writes as numbers: seconds here, milliseconds or microseconds there.</summary>
internal static class EpochTime
{
    // 9999-12-31T23:59:59 in microseconds since 1970.
    private const double Latest = 253_402_300_799e6;

    /// <summary>A point in time, to the microsecond, also where it was written as text or in ISO 8601. Null for 0, by which the vendor says that it has not come to that, and for everything that is none.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="microseconds">How many of them the unit has.</param>
    public static DateTimeOffset? Read(ref Utf8JsonReader reader, double microseconds)
    {
        if (reader.TokenType == JsonTokenType.String && JsonText.ReadTime(ref reader) is { } time)
            return time;

        JsonText.TryReadNumber(ref reader, out var number);
        return Math.Round(number.GetValueOrDefault() * microseconds) is > 0 and <= Latest and var whole
            ? DateTimeOffset.UnixEpoch.AddTicks((long)whole * TimeSpan.TicksPerMicrosecond)
            : null;
    }

    /// <summary>Writes a point in time as it was read.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The point in time.</param>
    /// <param name="microseconds">How many of them the unit has.</param>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset? value, double microseconds)
    {
        if (value is { } time)
            writer.WriteNumberValue((time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond / microseconds);
        else
            writer.WriteNullValue();
    }
}
