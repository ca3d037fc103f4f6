using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What became of a leg that was to join a room: <c>join_status</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallRoomStatus>))]
public readonly record struct CallRoomStatus : IVendorWord<CallRoomStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallRoomStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It joined.</summary>
    public static CallRoomStatus Joined { get; } = new("joined");

    /// <summary>It did not.</summary>
    public static CallRoomStatus Failed { get; } = new("failed");

    /// <summary>It left.</summary>
    public static CallRoomStatus Leave { get; } = new("leave");

    /// <summary>It was cancelled.</summary>
    public static CallRoomStatus Cancel { get; } = new("cancel");

    /// <summary>The room is locked.</summary>
    public static CallRoomStatus Locked { get; } = new("locked");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallRoomStatus IVendorWord<CallRoomStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
