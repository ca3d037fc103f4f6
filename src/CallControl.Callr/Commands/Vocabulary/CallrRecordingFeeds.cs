using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Which sides of a call are recorded.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallrRecordingFeeds>))]
public readonly record struct CallrRecordingFeeds : IVendorWord<CallrRecordingFeeds>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallrRecordingFeeds(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Both sides; the vendor's default.</summary>
    public static CallrRecordingFeeds Both { get; } = new("both");

    /// <summary>All sides. Unverified: in what it differs from <see cref="Both"/>.</summary>
    public static CallrRecordingFeeds All { get; } = new("all");

    /// <summary>The first side only. Unverified: which party that is.</summary>
    public static CallrRecordingFeeds LegA { get; } = new("leg_a");

    /// <summary>The second side only. Unverified: which party that is.</summary>
    public static CallrRecordingFeeds LegB { get; } = new("leg_b");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallrRecordingFeeds IVendorWord<CallrRecordingFeeds>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
