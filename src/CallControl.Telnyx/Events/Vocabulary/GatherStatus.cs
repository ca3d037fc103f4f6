using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a gathering of keys ended: <c>status</c> of <c>call.gather.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<GatherStatus>))]
public readonly record struct GatherStatus : IVendorWord<GatherStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public GatherStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The keys are as asked for.</summary>
    public static GatherStatus Valid => new("valid");

    /// <summary>They are not.</summary>
    public static GatherStatus Invalid => new("invalid");

    /// <summary>The call ended.</summary>
    public static GatherStatus CallHangup => new("call_hangup");

    /// <summary>It was stopped.</summary>
    public static GatherStatus Cancelled => new("cancelled");

    /// <summary>The detection of an answering machine stopped it.</summary>
    public static GatherStatus CancelledAmd => new("cancelled_amd");

    /// <summary>The keys did not come in time.</summary>
    public static GatherStatus Timeout => new("timeout");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static GatherStatus IVendorWord<GatherStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
