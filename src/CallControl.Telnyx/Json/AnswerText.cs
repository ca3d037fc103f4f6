using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CallControl.Telnyx;

/// <summary>Reads what answers hold, also where it is written in another way than documented.</summary>
internal static class AnswerText
{
    // As seconds within a TimeSpan: nobody who makes one of it has to fear an overflow.
    private const double LargestSeconds = 900_000_000_000;

    /// <summary>The text of a string, a number or a truth value; null for everything else, which is then passed over.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();

            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);

            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>A whole number; null for everything else.</summary>
    public static long? ReadNumber(ref Utf8JsonReader reader) =>
        long.TryParse(Read(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A time in seconds; null for everything else, and for what is negative.</summary>
    public static TimeSpan? ReadSeconds(ref Utf8JsonReader reader) =>
        double.TryParse(Read(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= LargestSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>A point in time in ISO 8601, as UTC where it has no offset; null for everything else.</summary>
    public static DateTimeOffset? ReadTime(ref Utf8JsonReader reader) =>
        DateTimeOffset.TryParse(Read(ref reader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>A truth value; null for everything else.</summary>
    public static bool? ReadTruth(ref Utf8JsonReader reader) => bool.TryParse(Read(ref reader), out var truth) ? truth : null;
}
