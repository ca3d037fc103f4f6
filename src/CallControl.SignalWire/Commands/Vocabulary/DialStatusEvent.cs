using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A state of a dialled call that is told to its status address. <c>ending</c> cannot be asked for.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<DialStatusEvent>))]
public readonly record struct DialStatusEvent : IVendorWord<DialStatusEvent>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public DialStatusEvent(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The call was made.</summary>
    public static DialStatusEvent Created { get; } = new("created");

    /// <summary>It rings.</summary>
    public static DialStatusEvent Ringing { get; } = new("ringing");

    /// <summary>It was answered.</summary>
    public static DialStatusEvent Answered { get; } = new("answered");

    /// <summary>It is over.</summary>
    public static DialStatusEvent Ended { get; } = new("ended");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static DialStatusEvent IVendorWord<DialStatusEvent>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
