namespace CallControl.Testing;

/// <summary>One exchange on an emulated vendor's wire.</summary>
/// <param name="Timestamp">When it began, on the emulator's clock.</param>
/// <param name="Direction">Who asked whom.</param>
/// <param name="Name">
/// The event's name, the call's command ("playback/start", "playback_start"), or method and path pattern of any other request
/// ("POST /conferences").
/// </param>
/// <param name="Session">The vendor's id of the call concerned; null for what belongs to no single call.</param>
/// <param name="Summary">A few words for people. Holds no phone number, URL or key.</param>
/// <param name="Body">The request's body as it was sent. May hold phone numbers and is left out of <see cref="ToString"/>.</param>
/// <param name="StatusCode">The HTTP status of the answer; 0 when no answer came or none was given.</param>
/// <param name="Attempt">1 for the first delivery of a webhook, counting up with each retry; always 1 for a command.</param>
public sealed record EmulatorTraffic(
    DateTimeOffset Timestamp,
    TrafficDirection Direction,
    string Name,
    string? Session,
    string Summary,
    string Body,
    int StatusCode,
    int Attempt)
{
    /// <summary>
    /// What was answered, where the vendor acts on it: SWML documents and the replies to CALLR's POSTs; empty when there was no answer,
    /// null for everything else. May hold phone numbers and is left out of <see cref="ToString"/>.
    /// </summary>
    public string? Answer { get; init; }

    /// <summary>One line without the body: direction, name, session, status and summary.</summary>
    public override string ToString() => $"{Direction} {Name} {Session ?? "-"} {StatusCode} {Summary}";
}
