using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What of the caller may cut off what is spoken.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<Interruptible>))]
public readonly record struct Interruptible : IVendorWord<Interruptible>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public Interruptible(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Nothing.</summary>
    public static Interruptible None { get; } = new("none");

    /// <summary>Speech and keys.</summary>
    public static Interruptible Any { get; } = new("any");

    /// <summary>Speech.</summary>
    public static Interruptible Speech { get; } = new("speech");

    /// <summary>Keys.</summary>
    public static Interruptible Dtmf { get; } = new("dtmf");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static Interruptible IVendorWord<Interruptible>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
