using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CallControl.Providers;

/// <summary>Reads the values of answers and webhooks, which come as numbers here and as texts there.</summary>
public static class JsonText
{
    // For points in time with a blank in place of the T, which JSON readers refuse.
    private const string BlankFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFFK";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What follows a byte order mark, if there is one.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json) => json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;

    /// <summary>The text of a string, a number or a truth value; null for everything else, which is then passed over.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.PropertyName:
                return reader.GetString();

            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);

            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>The text of a string, a number or a truth value; null for everything else, which is then passed over, and for text that is none: half a surrogate pair, or not UTF-8.</summary>
    public static string? ReadOrNull(ref Utf8JsonReader reader)
    {
        try
        {
            return Read(ref reader);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A number, written as a number or as text.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="number">The number; null for a blank text, and where it lies outside of the range of a <see cref="double"/>.</param>
    /// <returns>False where there is something else than a number; it is then passed over.</returns>
    public static bool TryReadNumber(ref Utf8JsonReader reader, out double? number)
    {
        number = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                number = reader.TryGetDouble(out var plain) && double.IsFinite(plain) ? plain : null;
                return true;

            case JsonTokenType.String:
                var text = ReadOrNull(ref reader);
                if (text is not null && string.IsNullOrWhiteSpace(text))
                    return true;

                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) || double.IsNaN(parsed))
                    return false;

                number = double.IsFinite(parsed) ? parsed : null;
                return true;

            default:
                reader.Skip();
                return false;
        }
    }

    /// <summary>The whole part of a number, written as a number or as text.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="number">The number; null for a blank text, and where it lies outside of the range of a <see cref="long"/>.</param>
    /// <returns>False where there is something else than a number; it is then passed over.</returns>
    public static bool TryReadWholeNumber(ref Utf8JsonReader reader, out long? number)
    {
        number = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                number = reader.TryGetInt64(out var whole) ? whole : reader.TryGetDouble(out var real) ? Whole(real) : null;
                return true;

            case JsonTokenType.String:
                return TryParseWhole(ReadOrNull(ref reader), out number);

            default:
                reader.Skip();
                return false;
        }
    }

    /// <summary>A truth value, also where it was written as text or as 0 or 1; null for everything else, which is then passed over.</summary>
    /// <param name="reader">At the value.</param>
    public static bool? ReadTruth(ref Utf8JsonReader reader) => ReadOrNull(ref reader) switch
    {
        "1" => true,
        "0" => false,
        var text => bool.TryParse(text, out var truth) ? truth : null,
    };

    /// <summary>A point in time in ISO 8601; UTC where it names no offset. Null for everything else, which is then passed over.</summary>
    public static DateTimeOffset? ReadTime(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            // Without an offset the reader takes the time as that of this machine.
            if (reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out var utc))
                return utc;

            if (!reader.TryGetDateTime(out var time))
                return ParseBlank(reader.GetString());

            if (time.Kind == DateTimeKind.Unspecified)
                return new DateTimeOffset(time, TimeSpan.Zero);

            return reader.TryGetDateTimeOffset(out var local) ? local : null;
        }
        catch (InvalidOperationException)
        {
            // No text: half a surrogate pair, or not UTF-8.
            return null;
        }
    }

    private static DateTimeOffset? ParseBlank(string? text) =>
        DateTimeOffset.TryParseExact(text, BlankFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static bool TryParseWhole(string? text, out long? number)
    {
        number = null;
        if (text is not null && string.IsNullOrWhiteSpace(text))
            return true;

        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
            number = whole;
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsNaN(real))
            number = Whole(real);
        else
            return false;

        return true;
    }

    // Two to the 63rd is the first double above the range.
    private static long? Whole(double real) => real is >= long.MinValue and < 9_223_372_036_854_775_808d ? (long)real : null;
}
