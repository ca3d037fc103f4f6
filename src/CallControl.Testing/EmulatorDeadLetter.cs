namespace CallControl.Testing;

/// <summary>A webhook that an emulated vendor gave up delivering.</summary>
/// <param name="Timestamp">When it was given up, on the emulator's clock.</param>
/// <param name="Name">The event's name.</param>
/// <param name="Session">The call it reports on; null for what belongs to no single call.</param>
/// <param name="Body">The JSON that was sent. May hold phone numbers and is left out of <see cref="ToString"/>.</param>
/// <param name="Attempts">How many deliveries were tried.</param>
/// <param name="LastStatusCode">The status of the last answer; 0 when the last try got none.</param>
public sealed record EmulatorDeadLetter(
    DateTimeOffset Timestamp,
    string Name,
    string? Session,
    string Body,
    int Attempts,
    int LastStatusCode)
{
    /// <summary>One line without the body: name, session, number of attempts and last status.</summary>
    public override string ToString() => $"{Name} {Session ?? "-"} given up after {Attempts} attempts, last status {LastStatusCode}";
}
