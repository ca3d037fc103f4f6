using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads the vendor's requests for a document.</summary>
/// <remarks>Thread-safe. What is returned holds no reference to the bytes it was read from.</remarks>
public static class SwmlFetchParser
{
    // RFC 8259 JSON in UTF-8, published by the vendor:
    //
    //   { "call": { members }, "vars": { variables }, "envs": { variables }, "params": { members } }
    //
    // Read as liberally as events are.

    /// <summary>Reads one request. Total: whatever the bytes are, it returns.</summary>
    /// <param name="utf8Json">The request's body.</param>
    /// <param name="value">The request; one with a member of another type than documented has its problem told, and of the leg what could be read: somebody is calling.</param>
    /// <param name="problem">Why there is no request, without anything that was in the body; null where there is one.</param>
    /// <returns>False where the body is not a JSON object, or is nested deeper than 64 levels.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out SwmlFetchEvent? value, [NotNullWhen(false)] out string? problem)
    {
        var json = JsonText.WithoutMark(utf8Json.Span);
        value = null;
        if (!SignalWireEventParser.TryScan(json, out _, out problem))
            return false;

        try
        {
            value = JsonSerializer.Deserialize(json, SignalWireEventJsonContext.Default.SwmlFetchEvent);
        }
        catch (Exception exception) when (SignalWireEventParser.IsUnreadable(exception))
        {
            value = ReadRest(json, $"A member of the request has another type than documented{SignalWireEventParser.PlaceOf(exception)}.");
        }

        value ??= new SwmlFetchEvent();
        return true;
    }

    private static SwmlFetchEvent ReadRest(ReadOnlySpan<byte> json, string problem)
    {
        var members = JsonMembers.Read(json);
        return new SwmlFetchEvent
        {
            Problem = problem,
            Leg = members.Take("call", ReadLeg),
            Vars = members.Take<JsonElement?>("vars", ReadElement),
            Envs = members.Take<JsonElement?>("envs", ReadElement),
            Params = members.Take<JsonElement?>("params", ReadElement),
            ExtensionData = members.Rest,
        };
    }

    private static SwmlCall? ReadLeg(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;

        var element = JsonElement.ParseValue(ref reader);
        var members = JsonMembers.Read(JsonMarshal.GetRawUtf8Value(element));
        return new SwmlCall
        {
            Call = CallIdConverter.Of(members.TakeText("call_id")),
            NodeId = members.TakeText("node_id"),
            SegmentId = members.TakeText("segment_id"),
            Tag = members.TakeText("tag"),
            CallState = members.TakeText("call_state") is { } state ? new SignalWireCallState(state) : default,
            Direction = members.TakeText("direction") is { } direction ? new CallEventDirection(direction) : default,
            Type = members.TakeText("type") is { } type ? new CallDeviceType(type) : default,
            From = members.TakeText("from"),
            To = members.TakeText("to"),
            FromNumber = members.TakeText("from_number"),
            ToNumber = members.TakeText("to_number"),
            ProjectId = members.TakeText("project_id"),
            SpaceId = members.TakeText("space_id"),
        };
    }

    private static JsonElement? ReadElement(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref reader);
}
