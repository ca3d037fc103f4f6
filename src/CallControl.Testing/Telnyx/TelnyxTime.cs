using System.Globalization;

namespace CallControl.Testing;

/// <summary>Moments as the vendor writes them: UTC, with microseconds.</summary>
internal static class TelnyxTime
{
    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
