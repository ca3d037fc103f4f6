using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire.Tests;

/// <summary>Every event by value, in every shape in which it may come.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Names => EventList.Names;

    public static TheoryData<string> Fixtures => [.. EventFixture.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_EveryMember_IsRead(string eventType) => ShouldBeFull(eventType, EventFixture.Parse(EventFixture.Read(eventType + "/full")));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void TryParse_EveryFileOfAFolder_IsTheFoldersEvent(string name)
    {
        var folder = EventFixture.FolderOf(name);

        var value = EventFixture.Parse(EventFixture.Read(name));

        value.Should().BeOfType(folder == "unknown" ? typeof(UnknownSignalWireEvent) : EventListTests.TypeOf(folder));
        value.EventType.Should().Be((string?)EventFixture.Body(name)["event_type"] ?? "");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_BytesThatAreUsedAgain_LeaveTheEventAlone(string eventType)
    {
        var bytes = EventFixture.Read(eventType + "/full");
        var value = EventFixture.Parse(bytes);

        bytes.AsSpan().Fill((byte)'x');

        ShouldBeFull(eventType, value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_ByteOrderMark_IsPassedOver(string eventType)
    {
        var bytes = EventFixture.Read(eventType + "/full");

        var value = EventFixture.Parse((byte[])[0xEF, 0xBB, 0xBF, .. bytes]);

        ShouldBeFull(eventType, value);
        value.Id.Should().Be(EventFixture.Parse(bytes).Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MembersInReverse_AreRead(string eventType) => ShouldBeFull(eventType, EventFixture.Parse(Reverse(EventFixture.Full(eventType))));

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_NumbersAndTruthsAsTexts_AreRead(string eventType)
    {
        var body = EventFixture.Full(eventType);
        Replace(body, value => value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? JsonValue.Create(value.ToJsonString()) : null);

        ShouldBeFull(eventType, EventFixture.Parse(body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_TextsOfDigitsAsNumbers_AreRead(string eventType)
    {
        var body = EventFixture.Full(eventType);
        Replace(body, value => value.GetValueKind() == JsonValueKind.String && IsPlainNumber((string)value!) ? JsonNode.Parse((string)value!)!.AsValue() : null);

        ShouldBeFull(eventType, EventFixture.Parse(body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_FlatWithTheMembersOfTheEnvelope_IsRead(string eventType)
    {
        var value = EventFixture.Parse(Flat(EventFixture.Full(eventType)));

        ShouldBeFull(eventType, value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_WithoutAName_IsReadWhereItsMembersTell(string eventType)
    {
        var body = EventFixture.Full(eventType);
        body.Remove("event_type");
        if (eventType == SignalWireEventNames.CallReceive)
        {
            // Comes over the socket only, where all events have names.
            EventFixture.Parse(body).Should().BeOfType<CallStateEvent>();
            return;
        }

        var value = EventFixture.Parse(body);

        value.EventType.Should().BeEmpty();
        value.Call.Value.Should().Be(EventFixture.Parse(EventFixture.Full(eventType)).Call.Value);
        if (CannotBeTold(eventType))
            value.Should().BeOfType<UnknownSignalWireEvent>().Which.Problem.Should().Be("The event has no name, and no member that tells which one it is.");
        else
            EventExpectation.ShouldMatch(value, EventFixture.MembersOf(body), EventList.FieldsOf(eventType));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OfTwoMembersOfOneName_TheLastCounts(string eventType)
    {
        if (!EventList.IsEnveloped(eventType))
            return;

        var full = EventFixture.Full(eventType);
        var members = EventFixture.MembersOf(full);
        var twice = "{" + string.Concat(members.Select(member => $"\"{member.Key}\":null,")) + members.ToJsonString()[1..];
        var around = string.Concat(full.Where(member => member.Key != "params").Select(member => $",\"{member.Key}\":{member.Value!.ToJsonString()}"));
        var body = $$"""
            {"event_type":"calling.call.play","event_channel":"first","timestamp":1,"project_id":"first","space_id":[],"params":{"tag":"first","x":1},"params":[7],
            "params":{{twice}}{{around}}}
            """;
        if (eventType.StartsWith("calling.transcript.", StringComparison.Ordinal))
            body = body.Replace("\"event_channel\":\"first\",", "", StringComparison.Ordinal);

        ShouldBeFull(eventType, EventFixture.Parse(body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MembersNobodyKnows_AreKept(string eventType)
    {
        var body = EventFixture.Full(eventType);
        EventFixture.MembersOf(body)["new_member"] = new JsonObject { ["a"] = 1 };

        var bytes = EventFixture.Utf8(body);
        var value = EventFixture.Parse(bytes);
        bytes.AsSpan().Clear();

        value.ExtensionData!.Keys.Should().Equal("new_member");
        value.ExtensionData!["new_member"].GetRawText().Should().Be("""{"a":1}""");
        ShouldBeFull(eventType, value, hasExtension: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_NothingButItsName_IsTheEventAllTheSame(string eventType)
    {
        var nulls = string.Join(',', EventList.FieldsOf(eventType).Select(field => $"\"{field["name"]}\":null").Prepend("\"control_id\":null"));
        foreach (var members in new[] { "", ",\"params\":{}", $",\"params\":{{{nulls}}},\"event_channel\":null,\"timestamp\":null,\"space_id\":null", "," + nulls })
        {
            var value = EventFixture.Parse($$"""{"event_type":"{{eventType}}"{{members}}}""");

            value.Should().BeOfType(EventListTests.TypeOf(eventType));
            value.EventType.Should().Be(eventType);
            value.Call.Should().Be(default(CallId));
            value.Id.Should().BeNull();
            foreach (var property in value.GetType().GetProperties().Where(property => property.Name is not (nameof(SignalWireEvent.EventType) or "EqualityContract")))
                ShouldBeNothing(property.GetValue(value), property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_EveryWord_IsRead(string eventType)
    {
        var body = EventFixture.Full(eventType);
        var places = Vocabularies(EventFixture.MembersOf(body), EventList.FieldsOf(eventType), EventListTests.TypeOf(eventType)).ToArray();
        foreach (var (owner, field) in places)
        {
            var name = (string)field["name"]!;
            var before = owner[name]!.DeepClone();
            foreach (var word in EventList.WordsOf(field).Append("never_heard_of").Append(""))
            {
                owner[name] = word;

                var value = EventFixture.Parse(body);

                value.Should().BeOfType(EventListTests.TypeOf(eventType));
                EventExpectation.ShouldMatch(value, EventFixture.MembersOf(body), EventList.FieldsOf(eventType));
            }

            owner[name] = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MemberOfAnotherType_IsAnUnknownEventThatSaysSo(string eventType)
    {
        foreach (var field in EventList.FieldsOf(eventType))
        {
            var name = (string)field["name"]!;
            var type = EventExpectation.PropertiesOf(EventListTests.TypeOf(eventType))[name].PropertyType;
            var body = EventFixture.Full(eventType);
            EventFixture.MembersOf(body)[name] = new JsonArray(new JsonArray("secret 4711"));

            var value = EventFixture.Parse(body);

            value.EventType.Should().Be(EventList.IsEnveloped(eventType) ? eventType : "");
            if (value is not UnknownSignalWireEvent unknown)
            {
                var isForgiven = type == typeof(JsonElement?) || type == typeof(DateTimeOffset?) || type == typeof(long?)
                    || name is "audio_in_mos" or "recording_duration" || eventType == SignalWireEventNames.Conference;
                isForgiven.Should().BeTrue("{0} of another type is a reason to say so", name);
                continue;
            }

            unknown.Problem.Should().StartWith("A member of the event has another type than documented").And.Contain($"$.{name}").And.NotContain("4711");
            unknown.ExtensionData![name].GetRawText().Should().Be("""[["secret 4711"]]""");
            if (name is not ("call_id" or "call_info" or "call"))
                (unknown.Call == default).Should().Be(!EventList.IsEnveloped(eventType) || eventType == SignalWireEventNames.CallDial);
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void TryParse_EveryPrefixOfAFixture_NeverThrowsAndNeverReadsHalfAnEvent(string name)
    {
        var bytes = EventFixture.Read(name);
        var wholeLength = bytes.AsSpan().TrimEnd("\r\n\t "u8).Length;
        for (var length = 0; length < wholeLength; length++)
        {
            // Bare comparisons: there are tens of thousands of them.
            if (SignalWireEventParser.TryParse(bytes.AsMemory(0, length), out var value, out var problem) || value is not null || problem is null)
                Assert.Fail($"Of {length} bytes an event was read, where the whole one takes {wholeLength}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_OfAnEvent_ShowsItsNameOnly(string eventType)
    {
        var value = EventFixture.Parse(EventFixture.Full(eventType));

        value.ToString().Should().Be(EventList.IsEnveloped(eventType) ? $"{value.GetType().Name} ({eventType})" : value.GetType().Name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_OfWhatIsInAnEvent_ShowsNothingOfIt(string eventType)
    {
        foreach (var part in PartsOf(EventFixture.Parse(EventFixture.Full(eventType))))
            part.ToString().Should().Be(part.GetType().Name);
    }

    // Events that have nothing but a state that others have, too, or nothing at all.
    private static bool CannotBeTold(string eventType) => eventType is SignalWireEventNames.CallPlay or SignalWireEventNames.CallStream
        or SignalWireEventNames.CallTranscribe or SignalWireEventNames.CallSendDigits or SignalWireEventNames.CallAi
        or SignalWireEventNames.UserEvent or SignalWireEventNames.TranscriptCompleted or SignalWireEventNames.TranscriptFailed;

    private static void ShouldBeFull(string eventType, SignalWireEvent value, bool hasExtension = false)
    {
        var body = EventFixture.Full(eventType);
        value.Should().BeOfType(EventListTests.TypeOf(eventType));
        value.EventType.Should().Be((string?)body["event_type"] ?? "");
        value.EventChannel.Should().Be((string?)body["event_channel"]);
        value.ProjectId.Should().Be((string?)body["project_id"]);
        value.SpaceId.Should().Be((string?)body["space_id"]);
        if (body["timestamp"] is { } timestamp)
            value.Timestamp.Should().Be(DateTimeOffset.UnixEpoch.AddTicks((long)((decimal)timestamp * TimeSpan.TicksPerSecond)));
        else
            value.Timestamp.Should().BeNull();

        EventExpectation.ShouldMatch(value, EventFixture.MembersOf(body), EventList.FieldsOf(eventType));
        value.Call.Value.Should().Be((string?)body["params"]?["call_id"] ?? (string?)body["params"]?["call"]?["call_id"] ?? (string?)body["call_info"]?["call_id"]);
        value.ControlId?.Value.Should().Be((string?)EventFixture.MembersOf(body)["control_id"]);
        if (!hasExtension)
            value.ExtensionData.Should().BeNull();
    }

    private static void ShouldBeNothing(object? value, string name)
    {
        if (value is IEnumerable list and not string)
            list.Cast<object>().Should().BeEmpty(name);
        else if (value is not null)
            Convert.ToString(value, CultureInfo.InvariantCulture).Should().BeEmpty(name);
    }

    private static JsonObject Flat(JsonObject body)
    {
        var flat = new JsonObject();
        foreach (var (name, member) in body.Where(member => member.Key != "params").Concat(body["params"]?.AsObject() ?? []))
            flat[name] = member?.DeepClone();

        return flat;
    }

    private static IEnumerable<(JsonObject Owner, JsonObject Field)> Vocabularies(JsonObject wire, IReadOnlyList<JsonObject> fields, Type type)
    {
        foreach (var field in fields)
        {
            var property = EventExpectation.PropertiesOf(type)[(string)field["name"]!].PropertyType;
            if (EventList.WordsOf(field).Count > 0 && property.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IVendorWord<>)))
                yield return (wire, field);

            if (wire[(string)field["name"]!] is JsonObject inner && property.IsClass)
            {
                foreach (var place in Vocabularies(inner, EventList.FieldsOf(field), property))
                    yield return place;
            }
        }
    }

    private static IEnumerable<object> PartsOf(object value) =>
        value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => property.GetValue(value))
            .SelectMany(part => part is IEnumerable list and not string and not IDictionary<string, JsonElement> ? list.Cast<object>() : [part!])
            .Where(part => part is not null && part.GetType().IsClass && part.GetType().Assembly == typeof(SignalWireEvent).Assembly)
            .SelectMany(part => PartsOf(part!).Prepend(part!));

    private static bool IsPlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text;

    private static JsonObject Reverse(JsonObject value)
    {
        var reversed = new JsonObject();
        foreach (var (name, member) in value.Reverse())
            reversed[name] = member is JsonObject inner ? Reverse(inner) : member?.DeepClone();

        return reversed;
    }

    private static void Replace(JsonObject value, Func<JsonValue, JsonValue?> replacement)
    {
        foreach (var (name, member) in value.ToArray())
        {
            if (member is JsonValue plain && replacement(plain) is { } other)
                value[name] = other;
            else if (member is JsonObject inner)
                Replace(inner, replacement);
            else if (member is JsonArray list)
                list.OfType<JsonObject>().ToList().ForEach(item => Replace(item, replacement));
        }
    }
}
