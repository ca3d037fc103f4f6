using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Puts the call into a conference room, without announcements and without a code.</summary>
/// <remarks>
/// Lasts until the call leaves the room. The caller may leave by pressing <c>*</c>. Unverified: the results; the vendor documents those of <see cref="ConferenceCommand"/> only.
/// </remarks>
public sealed record SimpleConferenceCommand() : RealTimeCommand<ConferenceResult>(RealTimeCommandNames.SimpleConference)
{
    /// <summary>The room.</summary>
    /// <value>Not empty. Unverified: which characters and what length the vendor takes.</value>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Whether the call leaves once it is the last one in the room. Only somebody else's leaving brings that about: the first one to come stays.</summary>
    /// <value>True by default.</value>
    [JsonPropertyName("auto_leave_when_alone")]
    public bool AutoLeaveWhenAlone { get; init; } = true;

    internal override void Validate(ViolationList violations) => violations.CheckRequired("id", Id);

    internal override ConferenceResult ReadResult(RealTimeRequest report) => new(report);
}
