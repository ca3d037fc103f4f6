using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Why a call is ended.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<EndCommandReason>))]
public readonly record struct EndCommandReason : IVendorWord<EndCommandReason>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public EndCommandReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Hung up; the default.</summary>
    public static EndCommandReason Hangup { get; } = new("hangup");

    /// <summary>Given up before it was answered.</summary>
    public static EndCommandReason Cancel { get; } = new("cancel");

    /// <summary>The party is busy.</summary>
    public static EndCommandReason Busy { get; } = new("busy");

    /// <summary>Nobody answered.</summary>
    public static EndCommandReason NoAnswer { get; } = new("noAnswer");

    /// <summary>The party does not want the call.</summary>
    public static EndCommandReason Decline { get; } = new("decline");

    /// <summary>Something failed.</summary>
    public static EndCommandReason Error { get; } = new("error");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static EndCommandReason IVendorWord<EndCommandReason>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
