using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What a supervising leg may do.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SupervisorRole>))]
public readonly record struct SupervisorRole : IVendorWord<SupervisorRole>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SupervisorRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Hears both parties and is heard by both.</summary>
    public static SupervisorRole Barge { get; } = new("barge");

    /// <summary>Hears both parties and is heard by the supervised one.</summary>
    public static SupervisorRole Whisper { get; } = new("whisper");

    /// <summary>Hears both parties.</summary>
    public static SupervisorRole Monitor { get; } = new("monitor");

    /// <summary>No supervisor; in a conference only.</summary>
    public static SupervisorRole None { get; } = new("none");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SupervisorRole IVendorWord<SupervisorRole>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
