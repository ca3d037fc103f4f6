using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What an update makes of a call.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallUpdateStatus>))]
public readonly record struct CallUpdateStatus : IVendorWord<CallUpdateStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallUpdateStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Given up before it was answered; only while queued or ringing.</summary>
    public static CallUpdateStatus Canceled { get; } = new("canceled");

    /// <summary>Ended; only while answered.</summary>
    public static CallUpdateStatus Completed { get; } = new("completed");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallUpdateStatus IVendorWord<CallUpdateStatus>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
