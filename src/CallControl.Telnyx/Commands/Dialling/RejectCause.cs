using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Why an incoming call is refused.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RejectCause>))]
public readonly record struct RejectCause : IVendorWord<RejectCause>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RejectCause(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is not wanted.</summary>
    public static RejectCause CallRejected { get; } = new("CALL_REJECTED");

    /// <summary>The called party is busy.</summary>
    public static RejectCause UserBusy { get; } = new("USER_BUSY");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RejectCause IVendorWord<RejectCause>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
