using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Why a leg ended: <c>hangup_cause</c> of <c>call.hangup</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<TelnyxHangupCause>))]
public readonly record struct TelnyxHangupCause : IVendorWord<TelnyxHangupCause>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public TelnyxHangupCause(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The called party refused.</summary>
    public static TelnyxHangupCause CallRejected => new("call_rejected");

    /// <summary>One side hung up in the ordinary way.</summary>
    public static TelnyxHangupCause NormalClearing => new("normal_clearing");

    /// <summary>The calling party gave up before the answer.</summary>
    public static TelnyxHangupCause OriginatorCancel => new("originator_cancel");

    /// <summary>Nobody answered within the time set.</summary>
    public static TelnyxHangupCause Timeout => new("timeout");

    /// <summary>The longest duration set for the call was reached.</summary>
    public static TelnyxHangupCause TimeLimit => new("time_limit");

    /// <summary>The called party is busy.</summary>
    public static TelnyxHangupCause UserBusy => new("user_busy");

    /// <summary>The destination does not exist.</summary>
    public static TelnyxHangupCause NotFound => new("not_found");

    /// <summary>Nobody answered.</summary>
    public static TelnyxHangupCause NoAnswer => new("no_answer");

    /// <summary>No cause is known.</summary>
    public static TelnyxHangupCause Unspecified => new("unspecified");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static TelnyxHangupCause IVendorWord<TelnyxHangupCause>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
