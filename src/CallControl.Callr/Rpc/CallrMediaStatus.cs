using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>How far a medium of the library is.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallrMediaStatus>))]
public readonly record struct CallrMediaStatus : IVendorWord<CallrMediaStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallrMediaStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It can be played.</summary>
    public static CallrMediaStatus Ready { get; } = new("READY");

    /// <summary>It has a name and nothing else yet.</summary>
    public static CallrMediaStatus PendingContent { get; } = new("PENDING_CONTENT");

    /// <summary>Its content waits to be converted.</summary>
    public static CallrMediaStatus PendingConversion { get; } = new("PENDING_CONVERSION");

    /// <summary>Its content is being converted.</summary>
    public static CallrMediaStatus Processing { get; } = new("PROCESSING");

    /// <summary>Its content could not be converted.</summary>
    public static CallrMediaStatus Error { get; } = new("ERROR");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallrMediaStatus IVendorWord<CallrMediaStatus>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
