using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Records a leg; several recordings may run at a time, under different ids.</summary>
/// <remarks>
/// By the vendor's defaults it ends at the first pause: see <see cref="RecordAudio.WholeCall"/>. <c>calling.call.record</c> follows at the status address.
/// </remarks>
public sealed record RecordCommand() : SignalWireOperationCommand("calling.record")
{
    /// <summary>How it is recorded.</summary>
    /// <value>The vendor's defaults by default.</value>
    [JsonIgnore]
    public RecordAudio Audio { get; init; } = new();

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>What the vendor wraps the audio in.</summary>
    [JsonInclude]
    [JsonPropertyName("record")]
    internal RecordMedia Record => new(Audio);

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("record.audio", Audio))
            Audio.Validate(violations, "record.audio");

        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}
