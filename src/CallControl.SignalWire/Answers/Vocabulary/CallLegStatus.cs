using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where a leg stands when a command is answered.</summary>
/// <remarks>An open set: a word that is not listed is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallLegStatus>))]
public readonly record struct CallLegStatus : IVendorWord<CallLegStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallLegStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It waits for its turn: by default one call a second is dialled.</summary>
    public static CallLegStatus Queued { get; } = new("queued");

    /// <summary>It is being set up.</summary>
    public static CallLegStatus Initiated { get; } = new("initiated");

    /// <summary>It was made.</summary>
    public static CallLegStatus Created { get; } = new("created");

    /// <summary>It rings.</summary>
    public static CallLegStatus Ringing { get; } = new("ringing");

    /// <summary>It was answered.</summary>
    public static CallLegStatus Answered { get; } = new("answered");

    /// <summary>It is about to end.</summary>
    public static CallLegStatus Ending { get; } = new("ending");

    /// <summary>It is over.</summary>
    public static CallLegStatus Ended { get; } = new("ended");

    /// <summary>It could not be set up.</summary>
    public static CallLegStatus Failed { get; } = new("failed");

    /// <summary>It was given up before it was answered.</summary>
    public static CallLegStatus Canceled { get; } = new("canceled");

    /// <summary>It was answered, and is over.</summary>
    public static CallLegStatus Completed { get; } = new("completed");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallLegStatus IVendorWord<CallLegStatus>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
