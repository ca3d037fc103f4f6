using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What happened to a leg in a queue: <c>status</c> of <c>calling.call.queue</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallQueueStatus>))]
public readonly record struct CallQueueStatus : IVendorWord<CallQueueStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallQueueStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It was put into the queue.</summary>
    public static CallQueueStatus Enqueue { get; } = new("enqueue");

    /// <summary>It was taken out of it. Final.</summary>
    public static CallQueueStatus Dequeue { get; } = new("dequeue");

    /// <summary>It left. Final.</summary>
    public static CallQueueStatus Leave { get; } = new("leave");

    /// <summary>Nothing: how the queue stands.</summary>
    public static CallQueueStatus Stats { get; } = new("stats");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallQueueStatus IVendorWord<CallQueueStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
