using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CallControl.SessionGateway;

/// <summary>Reads values of which the vendor's pages and the vendor's servers may have different ideas.</summary>
internal static class JsonText
{
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

    /// <summary>The whole part of a number, written as a number or as text.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="number">The number; null for a blank text, and where it lies outside of the range of a <see cref="long"/>.</param>
    /// <returns>False where there is something else than a number; it is then passed over.</returns>
    public static bool TryReadNumber(ref Utf8JsonReader reader, out long? number)
    {
        number = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                number = reader.TryGetInt64(out var whole) ? whole : reader.TryGetDouble(out var real) ? Whole(real) : null;
                return true;

            case JsonTokenType.String:
                return TryParse(reader.GetString(), out number);

            default:
                reader.Skip();
                return false;
        }
    }

    private static bool TryParse(string? text, out long? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;

        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
            number = whole;
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
            number = Whole(real);
        else
            return false;

        return true;
    }

    // Two to the 63rd is the first double above the range; NaN compares false.
    private static long? Whole(double real) => real is >= long.MinValue and < 9_223_372_036_854_775_808d ? (long)real : null;
}
