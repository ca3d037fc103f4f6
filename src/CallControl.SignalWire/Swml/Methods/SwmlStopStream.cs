using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends what <see cref="SwmlStream"/> began.</summary>
/// <remarks>Unverified: it is in the vendor's newest schema, without a page.</remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The vendor's word.")]
public sealed record SwmlStopStream() : SwmlObjectMethod("stop_stream")
{
    /// <summary>Which stream.</summary>
    /// <value>Not empty. Null, the default, is the last one that was begun.</value>
    [JsonPropertyName("control_id")]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? ControlId { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckId(field + ".control_id", ControlId?.Value);
    }
}
