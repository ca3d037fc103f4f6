using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where a call stands in its log: not the words of answers and events.</summary>
/// <remarks>An open set: a word that is not listed is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallLogStatus>))]
public readonly record struct CallLogStatus : IVendorWord<CallLogStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallLogStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It waits for its turn.</summary>
    public static CallLogStatus Queued { get; } = new("queued");

    /// <summary>It is being set up.</summary>
    public static CallLogStatus Initiated { get; } = new("initiated");

    /// <summary>It was made.</summary>
    public static CallLogStatus Created { get; } = new("created");

    /// <summary>It rings.</summary>
    public static CallLogStatus Ringing { get; } = new("ringing");

    /// <summary>It was answered.</summary>
    public static CallLogStatus Answered { get; } = new("answered");

    /// <summary>It is up.</summary>
    public static CallLogStatus InProgress { get; } = new("in-progress");

    /// <summary>It takes part in a room.</summary>
    public static CallLogStatus Joined { get; } = new("joined");

    /// <summary>It is about to end.</summary>
    public static CallLogStatus Ending { get; } = new("ending");

    /// <summary>It is over.</summary>
    public static CallLogStatus Ended { get; } = new("ended");

    /// <summary>It was answered, and is over.</summary>
    public static CallLogStatus Completed { get; } = new("completed");

    /// <summary>The party was busy.</summary>
    public static CallLogStatus Busy { get; } = new("busy");

    /// <summary>Nobody answered.</summary>
    public static CallLogStatus NoAnswer { get; } = new("no-answer");

    /// <summary>It was given up before it was answered.</summary>
    public static CallLogStatus Canceled { get; } = new("canceled");

    /// <summary>It could not be set up.</summary>
    public static CallLogStatus Failed { get; } = new("failed");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallLogStatus IVendorWord<CallLogStatus>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
