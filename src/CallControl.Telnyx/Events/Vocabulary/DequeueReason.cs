using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Why a call left its queue: <c>reason</c> of <c>call.dequeued</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<DequeueReason>))]
public readonly record struct DequeueReason : IVendorWord<DequeueReason>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public DequeueReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It was bridged.</summary>
    public static DequeueReason Bridged => new("bridged");

    /// <summary>It is being bridged.</summary>
    public static DequeueReason BridgingInProcess => new("bridging-in-process");

    /// <summary>It ended.</summary>
    public static DequeueReason Hangup => new("hangup");

    /// <summary>It was taken out by a command.</summary>
    public static DequeueReason Leave => new("leave");

    /// <summary>It waited as long as it may.</summary>
    public static DequeueReason Timeout => new("timeout");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static DequeueReason IVendorWord<DequeueReason>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
