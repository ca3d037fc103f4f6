using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a referral goes: <c>state</c> of <c>calling.call.refer</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallReferState>))]
public readonly record struct CallReferState : IVendorWord<CallReferState>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallReferState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The far end is at it. The only one that is not final.</summary>
    public static CallReferState InProgress { get; } = new("inProgress");

    /// <summary>It was cancelled.</summary>
    public static CallReferState Cancel { get; } = new("cancel");

    /// <summary>The new party is busy.</summary>
    public static CallReferState Busy { get; } = new("busy");

    /// <summary>The new party does not answer.</summary>
    public static CallReferState NoAnswer { get; } = new("noAnswer");

    /// <summary>It failed.</summary>
    public static CallReferState Error { get; } = new("error");

    /// <summary>The far end reached the new party.</summary>
    public static CallReferState Success { get; } = new("success");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallReferState IVendorWord<CallReferState>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
