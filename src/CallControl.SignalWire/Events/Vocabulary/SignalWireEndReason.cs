using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Why a leg ended, or was not reached: <c>end_reason</c> of <c>calling.call.state</c>, <c>failed_reason</c> of <c>calling.call.connect</c>.</summary>
/// <remarks>
/// An open set: a word that this version does not list is kept as it is. The vendor's sources spell four of the words in two ways (<c>noAnswer</c> and
/// <c>no_answer</c>, <c>decline</c> and <c>declined</c>, <c>maxDuration</c> and <c>max_duration</c>, <c>notFound</c> and <c>not_found</c>): both are equal,
/// while <see cref="Value"/> is what was written.
/// </remarks>
[JsonConverter(typeof(VendorWordConverter<SignalWireEndReason>))]
public readonly record struct SignalWireEndReason : IVendorWord<SignalWireEndReason>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public SignalWireEndReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>One side hung up.</summary>
    public static SignalWireEndReason Hangup { get; } = new("hangup");

    /// <summary>It was cancelled before it was answered.</summary>
    public static SignalWireEndReason Cancel { get; } = new("cancel");

    /// <summary>The called party is busy.</summary>
    public static SignalWireEndReason Busy { get; } = new("busy");

    /// <summary>The called party did not answer in time.</summary>
    public static SignalWireEndReason NoAnswer { get; } = new("noAnswer");

    /// <summary>The called party declined.</summary>
    public static SignalWireEndReason Decline { get; } = new("decline");

    /// <summary>It failed.</summary>
    public static SignalWireEndReason Error { get; } = new("error");

    /// <summary>Nobody took care of it. Unverified: that this is what the vendor means.</summary>
    public static SignalWireEndReason Abandoned { get; } = new("abandoned");

    /// <summary>It took as long as it may.</summary>
    public static SignalWireEndReason MaxDuration { get; } = new("maxDuration");

    /// <summary>There is no such party.</summary>
    public static SignalWireEndReason NotFound { get; } = new("notFound");

    /// <summary>The word as the vendor wrote it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    // The spelling of the vendor's draft.
    private string Canonical => Value switch
    {
        "no_answer" => "noAnswer",
        "declined" => "decline",
        "max_duration" => "maxDuration",
        "not_found" => "notFound",
        var other => other,
    };

    static SignalWireEndReason IVendorWord<SignalWireEndReason>.Of(string value) => new(value);

    /// <summary>Whether both are the same word, in whichever spelling.</summary>
    /// <param name="other">The other word.</param>
    public bool Equals(SignalWireEndReason other) => string.Equals(Canonical, other.Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Canonical, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
