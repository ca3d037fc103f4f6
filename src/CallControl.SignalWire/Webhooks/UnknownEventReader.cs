using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads members of which nothing is known, or of which something else was expected.</summary>
internal static class UnknownEventReader
{
    /// <summary>Reads what all events share, as far as it is what it should be; everything else goes into the extension data.</summary>
    /// <param name="members">A JSON object.</param>
    /// <param name="problem">Why the members could not be read otherwise; null for a name that is not known.</param>
    public static UnknownSignalWireEvent Read(ReadOnlySpan<byte> members, string? problem)
    {
        var taken = JsonMembers.Read(members);
        return new UnknownSignalWireEvent
        {
            Problem = problem,
            EventType = taken.TakeText("event_type") ?? "",
            EventChannel = taken.TakeText("event_channel"),
            Timestamp = taken.Take("timestamp", ReadTimestamp),
            ProjectId = taken.TakeText("project_id"),
            SpaceId = taken.TakeText("space_id"),
            Call = CallIdConverter.Of(taken.TakeText("call_id")),
            ControlId = taken.TakeText("control_id") is { } id && !string.IsNullOrWhiteSpace(id) ? new OperationId(id) : null,
            NodeId = taken.TakeText("node_id"),
            SegmentId = taken.TakeText("segment_id"),
            Tag = taken.TakeText("tag"),
            ExtensionData = taken.Rest,
        };
    }

    private static DateTimeOffset? ReadTimestamp(ref Utf8JsonReader reader) => EpochTime.Read(ref reader, 1_000_000);
}
