using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire.Tests;

/// <summary>Compares what was read with what was sent, member by member, by the list's types and units.</summary>
internal static class EventExpectation
{
    /// <summary>Properties whose names are not that of the member on the wire.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["CallId"] = "Call",
        ["CallIdToCoach"] = "CallToCoach",
        ["CallIdEndingConf"] = "CallEndingConference",
        ["Ptime"] = "PacketTime",
        ["AvgTime"] = "AverageTime",
        ["EnqueueTs"] = "EnqueuedAt",
        ["DequeueTs"] = "DequeuedAt",
        ["LeaveTs"] = "LeftAt",
        ["RttAvg"] = "RttAverage",
        ["Ts"] = "Timestamp",
        ["SWMLVars"] = "SwmlVars",
        ["SWMLCall"] = "SwmlCall",
        ["RemoteCallerAvgConfidence"] = "RemoteCallerAverageConfidence",
        ["LocalCallerAvgConfidence"] = "LocalCallerAverageConfidence",
    };

    /// <summary>The properties of a record by their names on the wire.</summary>
    public static Dictionary<string, PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties()
            .Select(property => (Name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, Property: property))
            .Where(pair => pair.Name is not null)
            .ToDictionary(pair => pair.Name!, pair => pair.Property, StringComparer.Ordinal);

    /// <summary>What a property is called, told by the member's name on the wire.</summary>
    /// <param name="owner">The record.</param>
    /// <param name="name">The member's name.</param>
    public static string PropertyName(Type owner, string name)
    {
        var plain = string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        if (Renamed.TryGetValue(plain, out var renamed))
            return renamed;

        // "id" and "name" of these would say too little, "call" is the leg's id everywhere else.
        if (owner == typeof(CallQueueEvent) && name is ("id" or "name"))
            return "Queue" + plain;

        if (name == "id" && owner.Name.StartsWith("Transcript", StringComparison.Ordinal))
            return "TranscriptId";

        if (name == "call")
            return "Leg";

        if (owner == typeof(CallSipData))
            return plain.Replace("SipReq", "Request", StringComparison.Ordinal).Replace("Sip", "", StringComparison.Ordinal);

        if (owner != typeof(ConferenceEvent))
            return plain;

        plain = plain.StartsWith("In", StringComparison.Ordinal) ? "Inbound" + plain[2..] : plain.StartsWith("Out", StringComparison.Ordinal) ? "Outbound" + plain[3..] : plain;
        return plain.EndsWith("Avg", StringComparison.Ordinal) ? plain[..^3] + "Average" : plain;
    }

    /// <summary>Fails unless each member that was sent is in the record.</summary>
    /// <param name="record">What was read.</param>
    /// <param name="wire">What was sent.</param>
    /// <param name="fields">The members by the list.</param>
    public static void ShouldMatch(object record, JsonObject wire, IReadOnlyList<JsonObject> fields)
    {
        foreach (var field in fields)
        {
            var name = (string)field["name"]!;
            if (wire[name] is not { } sent)
                continue;

            var property = record.GetType().GetProperty(PropertyName(record.GetType(), name));
            property.Should().NotBeNull("{0} has {1}", record.GetType().Name, name);
            ShouldMatch(property!.GetValue(record), sent, field, $"{record.GetType().Name}.{property.Name}");
        }
    }

    private static void ShouldMatch(object? read, JsonNode sent, JsonObject field, string place)
    {
        switch (read)
        {
            case null:
                Assert.Fail($"{place} is null, of {sent.ToJsonString()}.");
                break;

            case JsonElement element:
                JsonElement.DeepEquals(element, JsonDocument.Parse(sent.ToJsonString()).RootElement).Should().BeTrue(place);
                break;

            case DateTimeOffset time:
                time.Should().Be(DateTimeOffset.UnixEpoch + Units(field, Number(sent)), place);
                break;

            case TimeSpan time:
                time.Should().Be(Units(field, Number(sent)), place);
                break;

            case bool truth:
                truth.Should().Be(sent.ToString() == "true", place);
                break;

            case int or long:
                Convert.ToInt64(read, CultureInfo.InvariantCulture).Should().Be((long)Number(sent), place);
                break;

            case double number:
                number.Should().Be((double)Number(sent), place);
                break;

            case IEnumerable list and not string:
                var items = list.Cast<object>().ToArray();
                items.Should().HaveCount(sent.AsArray().Count, place);
                for (var index = 0; index < items.Length; index++)
                    ShouldMatch(items[index], sent[index]!.AsObject(), EventList.FieldsOf(field));

                break;

            case var _ when sent is JsonObject inner:
                EventList.FieldsOf(field).Should().NotBeEmpty("{0} is listed", place);
                ShouldMatch(read, inner, EventList.FieldsOf(field));
                break;

            default:
                read.ToString().Should().Be(sent.ToString(), place);
                break;
        }
    }

    private static decimal Number(JsonNode sent) => decimal.Parse(sent.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static TimeSpan Units(JsonObject field, decimal number) => new((long)(number * (string?)field["unit"] switch
    {
        "s" => TimeSpan.TicksPerSecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "us" => TimeSpan.TicksPerMicrosecond,
        var unit => throw new InvalidOperationException($"{field["name"]} has the unit '{unit}'."),
    }));
}
