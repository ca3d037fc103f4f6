using System.Runtime.InteropServices;
using System.Text.Json;
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
        var members = ReadMembers(payload);
        return new UnknownTelnyxEvent
        {
            Problem = problem,
            OccurredAt = Take(members, "occurred_at", JsonText.ReadTime),
            Call = CallIdConverter.Of(Take(members, "call_control_id")),
            CallLegId = Take(members, "call_leg_id"),
            CallSessionId = Take(members, "call_session_id"),
            ConnectionId = Take(members, "connection_id"),
            ClientState = Take(members, "client_state") is { } state ? new TelnyxClientState(state) : null,
            From = Take(members, "from"),
            To = Take(members, "to"),
            CallingPartyType = Take(members, "calling_party_type") is { } type ? new CallingPartyType(type) : default,
            ExtensionData = members.Count == 0 ? null : members,
        };
    }

    // Members whose very name is no text are left out: nobody could ask for them.
    private static Dictionary<string, JsonElement> ReadMembers(ReadOnlySpan<byte> payload)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(payload);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.ReadOrNull(ref reader);
            reader.Read();
            var value = JsonElement.ParseValue(ref reader);
            if (name is not null)
                members[name] = value;
        }

        return members;
    }

    // A value that is no text stays where it is; null is taken, as good as absent.
    private static string? Take(Dictionary<string, JsonElement> members, string name) => Take(members, name, JsonText.ReadOrNull);

    private static T? Take<T>(Dictionary<string, JsonElement> members, string name, ValueReader<T> read)
    {
        if (!members.TryGetValue(name, out var value))
            return default;

        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(value));
        reader.Read();
        var text = read(ref reader);
        if (text is not null || value.ValueKind == JsonValueKind.Null)
            members.Remove(name);

        return text;
    }

    private delegate T? ValueReader<T>(ref Utf8JsonReader reader);
}
