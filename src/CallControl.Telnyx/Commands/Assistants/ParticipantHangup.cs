using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What becomes of a conversation when a participant hangs up.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ParticipantHangup>))]
public readonly record struct ParticipantHangup : IVendorWord<ParticipantHangup>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ParticipantHangup(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It goes on.</summary>
    public static ParticipantHangup ContinueConversation { get; } = new("continue_conversation");

    /// <summary>It ends.</summary>
    public static ParticipantHangup EndConversation { get; } = new("end_conversation");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ParticipantHangup IVendorWord<ParticipantHangup>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
