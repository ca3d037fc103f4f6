using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.SessionGateway;

/// <summary>The events that have a fixed name, and how each is read.</summary>
internal static class EventCatalog
{
    private static readonly Entry[] Entries =
    [
        new(SessionGatewayEventNames.Dtmf, SessionGatewayJsonContext.Default.DtmfEvent),
        new(SessionGatewayEventNames.CommandResult, SessionGatewayJsonContext.Default.CommandResultEvent),
        new(SessionGatewayEventNames.PlaybackStarted, SessionGatewayJsonContext.Default.PlaybackStartedEvent),
        new(SessionGatewayEventNames.PlaybackStopped, SessionGatewayJsonContext.Default.PlaybackStoppedEvent),
        new(SessionGatewayEventNames.CallNew, SessionGatewayJsonContext.Default.CallNewEvent),
        new(SessionGatewayEventNames.CallAnswered, SessionGatewayJsonContext.Default.CallAnsweredEvent),
        new(SessionGatewayEventNames.CallHangup, SessionGatewayJsonContext.Default.CallHangupEvent),
        new(SessionGatewayEventNames.DigitsCollected, SessionGatewayJsonContext.Default.DigitsCollectedEvent),
        new(SessionGatewayEventNames.PlaybackFileNotFound, SessionGatewayJsonContext.Default.PlaybackFileNotFoundEvent),
        new(SessionGatewayEventNames.RecordingCompleted, SessionGatewayJsonContext.Default.RecordingCompletedEvent),
        new(SessionGatewayEventNames.ConferenceMemberJoined, SessionGatewayJsonContext.Default.ConferenceMemberJoinedEvent),
        new(SessionGatewayEventNames.ConferenceMemberLeft, SessionGatewayJsonContext.Default.ConferenceMemberLeftEvent),
        new(SessionGatewayEventNames.ConferenceCreated, SessionGatewayJsonContext.Default.ConferenceCreatedEvent),
        new(SessionGatewayEventNames.ConferenceDestroyed, SessionGatewayJsonContext.Default.ConferenceDestroyedEvent),
    ];

    /// <summary>The event whose name the reader is at; null where it has none of these names.</summary>
    /// <param name="reader">At a string.</param>
    public static Entry? Find(ref Utf8JsonReader reader)
    {
        foreach (var entry in Entries)
        {
            if (reader.ValueTextEquals(entry.Utf8Name))
                return entry;
        }

        return null;
    }

    /// <summary>One kind of event.</summary>
    internal sealed class Entry(string name, JsonTypeInfo type)
    {
        private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(name);

        public string Name { get; } = name;

        public ReadOnlySpan<byte> Utf8Name => _utf8Name;

        public JsonTypeInfo Type { get; } = type;
    }
}
