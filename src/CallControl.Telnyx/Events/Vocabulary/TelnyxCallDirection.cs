using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Which way a leg goes: <c>direction</c> of <c>call.initiated</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TelnyxCallDirection>))]
public readonly record struct TelnyxCallDirection : IVendorWord<TelnyxCallDirection>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public TelnyxCallDirection(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>To the application; it has to be answered by a command.</summary>
    public static TelnyxCallDirection Incoming => new("incoming");

    /// <summary>From the application.</summary>
    public static TelnyxCallDirection Outgoing => new("outgoing");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static TelnyxCallDirection IVendorWord<TelnyxCallDirection>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
