using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who ended a leg: <c>hangup_source</c> of <c>call.hangup</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TelnyxHangupSource>))]
public readonly record struct TelnyxHangupSource : IVendorWord<TelnyxHangupSource>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public TelnyxHangupSource(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The calling party.</summary>
    public static TelnyxHangupSource Caller => new("caller");

    /// <summary>The called party.</summary>
    public static TelnyxHangupSource Callee => new("callee");

    /// <summary>It is not known.</summary>
    public static TelnyxHangupSource Unknown => new("unknown");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static TelnyxHangupSource IVendorWord<TelnyxHangupSource>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
