using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads payloads of which nothing is known, or of which something else was expected.</summary>
internal static class UnknownEventReader
{
    /// <summary>Reads what all events share, as far as it is what it should be; everything else goes into the extension data.</summary>
    /// <param name="payload">A JSON object.</param>
    /// <param name="problem">Why the payload could not be read otherwise; null for a name that is not known.</param>
    public static UnknownTelnyxEvent Read(ReadOnlySpan<byte> payload, string? problem)
    {
        var members = JsonMembers.Read(payload);
        return new UnknownTelnyxEvent
        {
            Problem = problem,
            OccurredAt = members.Take("occurred_at", JsonText.ReadTime),
            Call = CallIdConverter.Of(members.TakeText("call_control_id")),
            CallLegId = members.TakeText("call_leg_id"),
            CallSessionId = members.TakeText("call_session_id"),
            ConnectionId = members.TakeText("connection_id"),
            ClientState = members.TakeText("client_state") is { } state ? new TelnyxClientState(state) : null,
            From = members.TakeText("from"),
            To = members.TakeText("to"),
            CallingPartyType = members.TakeText("calling_party_type") is { } type ? new CallingPartyType(type) : default,
            ExtensionData = members.Rest,
        };
    }
}
