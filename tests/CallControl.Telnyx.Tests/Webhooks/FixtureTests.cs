using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Every event by value, in every shape in which it may come.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string> Names => EventList.Names;

    public static TheoryData<string> Fixtures => [.. EventFixture.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_EveryMember_IsRead(string eventType) => ShouldBeFull(eventType, EventFixture.Parse(EventFixture.Read(eventType + "/full")));

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
    public void TryParse_ByteOrderMark_IsPassedOver(string eventType) =>
        ShouldBeFull(eventType, EventFixture.Parse((byte[])[0xEF, 0xBB, 0xBF, .. EventFixture.Read(eventType + "/full")]));

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MembersInReverse_AreRead(string eventType) =>
        ShouldBeFull(eventType, EventFixture.Parse(Reverse(EventFixture.Full(eventType))));

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_NumbersAndTruthsAsTexts_AreRead(string eventType)
    {
        var body = EventFixture.Full(eventType);
        Replace(body, value => value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.ToJsonString() : null);

        // These are kept as they came.
        var payload = EventFixture.PayloadOf(body);
        foreach (var name in payload.Select(member => member.Key).Where(name => name is "result" && payload[name] is JsonObject).ToArray())
            payload[name] = EventFixture.PayloadOf(EventFixture.Full(eventType))[name]!.DeepClone();

        ShouldBeFull(eventType, EventFixture.Parse(body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_TextsOfDigitsAsNumbers_AreRead(string eventType)
    {
        var text = EventFixture.Full(eventType).ToJsonString();
        foreach (var digits in new[] { "9007199254740993123", "0.0065", "0.0045", "0.00450", "38.91", "12", "4500", "4498", "200", "7", "3" })
            text = text.Replace($"\"{digits}\"", digits, StringComparison.Ordinal);

        ShouldBeFull(eventType, EventFixture.Parse(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OtherWrapping_IsRead(string eventType)
    {
        var body = EventFixture.Full(eventType);
        var meta = body["meta"]!.DeepClone();
        var inner = EventFixture.EventOf(body).DeepClone().AsObject();
        inner.Remove("meta");
        if (!body.ContainsKey("data"))
        {
            ShouldBeFull(eventType, EventFixture.Parse(new JsonObject { ["meta"] = meta, ["data"] = inner }));
            return;
        }

        inner["meta"] = meta;
        ShouldBeFull(eventType, EventFixture.Parse(inner));
        inner["data"] = null;
        ShouldBeFull(eventType, EventFixture.Parse(inner));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OccurredAtInTheOtherPlace_IsRead(string eventType)
    {
        var body = EventFixture.Full(eventType);
        var inner = EventFixture.EventOf(body);
        var payload = EventFixture.PayloadOf(body);
        var time = inner["occurred_at"] ?? payload["occurred_at"];
        inner.Remove("occurred_at");
        payload.Remove("occurred_at");
        (((string?)inner["event_type"])!.StartsWith("conference", StringComparison.Ordinal) ? inner : payload)["occurred_at"] = time?.DeepClone();

        ShouldBeFull(eventType, EventFixture.Parse(body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_OfTwoMembersOfOneName_TheLastCounts(string eventType)
    {
        var full = EventFixture.Full(eventType);
        var inner = EventFixture.EventOf(full);
        var payload = EventFixture.PayloadOf(full).ToJsonString();
        var nulls = string.Concat(EventFixture.PayloadOf(full).Select(member => $"\"{member.Key}\":null,"));
        var twice = "{" + nulls + payload[1..];
        var members = $$"""
            "event_type":"call.hold","event_type":"{{eventType}}","id":"1","id":"{{inner["id"]}}","record_type":7,"record_type":"event",
            "occurred_at":"2001-01-01T00:00:00Z","occurred_at":{{inner["occurred_at"]?.ToJsonString() ?? "null"}},
            "created_at":"2001-01-01T00:00:00Z","created_at":{{inner["created_at"]?.ToJsonString() ?? "null"}},
            "payload":{"from":"first","x":1},"payload":{{twice}}
            """;
        var meta = full["meta"]!.ToJsonString();
        var body = $$"""{"data":{"event_type":"call.hold","payload":{"y":2} },"meta":{"attempt":99},"data":{ {{members}} },"meta": {{meta}} }""";

        ShouldBeFull(eventType, EventFixture.Parse(Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MembersNobodyKnows_AreKept(string eventType)
    {
        var body = EventFixture.Full(eventType);
        EventFixture.PayloadOf(body)["new_member"] = new JsonObject { ["a"] = 1 };
        EventFixture.PayloadOf(body)["id"] = "x";
        body["beside"] = 1;
        EventFixture.EventOf(body)["within"] = 2;

        var bytes = EventFixture.Utf8(body);
        var value = EventFixture.Parse(bytes);
        bytes.AsSpan().Clear();

        value.ExtensionData!.Keys.Should().BeEquivalentTo("new_member", "id");
        value.ExtensionData!["new_member"].GetRawText().Should().Be("""{"a":1}""");
        value.ExtensionData!["id"].GetString().Should().Be("x");
        ShouldBeFull(eventType, value, hasExtension: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_NothingButItsName_IsTheEventAllTheSame(string eventType)
    {
        var nulls = string.Join(',', EventList.FieldsOf(eventType).Select(field => $"\"{field["name"]}\":null"));
        foreach (var payload in new[] { "", ",\"payload\":null", ",\"payload\":{}", $",\"payload\":{{{nulls}}},\"id\":null,\"occurred_at\":null" })
        {
            var value = EventFixture.Parse(Encoding.UTF8.GetBytes($$"""{"data":{"event_type":"{{eventType}}"{{payload}}},"meta":null}"""));

            value.Should().BeOfType(EventListTests.TypeOf(eventType));
            value.EventType.Should().Be(eventType);
            value.Call.Should().Be(default(CallId));
            value.Id.Should().BeNull();
            value.Attempt.Should().BeNull();
            foreach (var property in value.GetType().GetProperties().Where(property => property.Name is not (nameof(TelnyxEvent.EventType) or "EqualityContract")))
                ShouldBeNothing(property.GetValue(value), property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_EveryWord_IsRead(string eventType)
    {
        foreach (var field in EventList.FieldsOf(eventType).Where(field => EventList.WordsOf(field).Count > 0))
        {
            var name = (string)field["name"]!;
            foreach (var word in EventList.WordsOf(field).Append("never_heard_of"))
            {
                var body = EventFixture.Full(eventType);
                EventFixture.PayloadOf(body)[name] = word;

                var value = EventFixture.Parse(body);

                value.Should().BeOfType(EventListTests.TypeOf(eventType));
                EventListTests.PropertiesOf(value.GetType())[name].GetValue(value)!.ToString().Should().Be(word);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_MemberOfAnotherType_IsAnUnknownEventThatSaysSo(string eventType)
    {
        foreach (var field in EventList.FieldsOf(eventType))
        {
            var name = (string)field["name"]!;
            var type = EventListTests.PropertiesOf(EventListTests.TypeOf(eventType))[name].PropertyType;
            var body = EventFixture.Full(eventType);
            EventFixture.PayloadOf(body)[name] = new JsonArray(new JsonArray("secret 4711"));

            var value = EventFixture.Parse(body);

            value.EventType.Should().Be(eventType);
            value.Id.Should().Be(EventExpectation.ByName[eventType].Id);
            if (type == typeof(JsonElement?) || type == typeof(DateTimeOffset?))
            {
                value.Should().BeOfType(EventListTests.TypeOf(eventType), "{0} may be anything, or is no reason to lose an event", name);
                continue;
            }

            var unknown = value.Should().BeOfType<UnknownTelnyxEvent>("{0} is of another type", name).Subject;
            unknown.Problem.Should().StartWith("A member of the event's payload has another type than documented").And.Contain($"$.{name}").And.NotContain("4711");
            unknown.ExtensionData![name].GetRawText().Should().Be("""[["secret 4711"]]""");
            if (name != "call_control_id")
                unknown.Call.Should().Be(EventExpectation.ByName[eventType].Call);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryParse_TimeThatIsNone_IsNull(string eventType)
    {
        foreach (var property in EventListTests.PropertiesOf(EventListTests.TypeOf(eventType)).Where(property => property.Value.PropertyType == typeof(DateTimeOffset?)))
        {
            foreach (var time in new JsonNode[] { "yesterday", "", 1749113655, true, new JsonObject() })
            {
                var body = EventFixture.Full(eventType);
                EventFixture.EventOf(body).Remove("occurred_at");
                EventFixture.PayloadOf(body)[property.Key] = time.DeepClone();

                var value = EventFixture.Parse(body);

                value.Should().BeOfType(EventListTests.TypeOf(eventType));
                property.Value.GetValue(value).Should().BeNull();
            }
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
            if (TelnyxEventParser.TryParse(bytes.AsMemory(0, length), out var value, out var problem) || value is not null || problem is null)
                Assert.Fail($"Of {length} bytes an event was read, where the whole one takes {wholeLength}.");
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void TryParse_EveryFileOfAFolder_IsTheFoldersEvent(string name)
    {
        var folder = EventFixture.FolderOf(name);

        EventFixture.Parse(EventFixture.Read(name)).Should().BeOfType(folder == "unknown" ? typeof(UnknownTelnyxEvent) : EventListTests.TypeOf(folder));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_OfAnEvent_ShowsItsNameOnly(string eventType)
    {
        var value = EventExpectation.ByName[eventType];

        value.ToString().Should().Be($"{value.GetType().Name} ({eventType})");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_OfWhatIsInAnEvent_ShowsNothingOfIt(string eventType)
    {
        var value = EventExpectation.ByName[eventType];
        var parts = value.GetType().GetProperties().Select(property => property.GetValue(value))
            .SelectMany(part => part is System.Collections.IEnumerable list and not string ? list.Cast<object>() : [part!])
            .Where(part => part is not null && part.GetType().IsClass && part.GetType().Assembly == typeof(TelnyxEvent).Assembly && part is not SipHeader);

        foreach (var part in parts)
            part!.ToString().Should().Be(part.GetType().Name);
    }

    private static void ShouldBeFull(string eventType, TelnyxEvent value, bool hasExtension = false)
    {
        value.Should().BeOfType(EventExpectation.ByName[eventType].GetType());
        value.Should().BeEquivalentTo(
            EventExpectation.ByName[eventType],
            options => options.RespectingRuntimeTypes().WithStrictOrdering().Excluding(read => read.ExtensionData)
                .Using<JsonElement>(context => JsonElement.DeepEquals(context.Subject, context.Expectation).Should().BeTrue()).WhenTypeIs<JsonElement>());
        if (!hasExtension)
            value.ExtensionData.Should().BeNull();
    }

    private static void ShouldBeNothing(object? value, string name)
    {
        if (value is System.Collections.IEnumerable list and not string)
            list.Cast<object>().Should().BeEmpty(name);
        else if (value is not null)
            Convert.ToString(value, CultureInfo.InvariantCulture).Should().BeEmpty(name);
    }

    private static JsonObject Reverse(JsonObject value)
    {
        var reversed = new JsonObject();
        foreach (var (name, member) in value.Reverse())
            reversed[name] = member is JsonObject inner ? Reverse(inner) : member?.DeepClone();

        return reversed;
    }

    private static void Replace(JsonObject value, Func<JsonValue, string?> replacement)
    {
        foreach (var (name, member) in value.ToArray())
        {
            if (member is JsonValue plain && replacement(plain) is { } text)
                value[name] = text;
            else if (member is JsonObject inner)
                Replace(inner, replacement);
            else if (member is JsonArray list)
                list.OfType<JsonObject>().ToList().ForEach(item => Replace(item, replacement));
        }
    }
}
