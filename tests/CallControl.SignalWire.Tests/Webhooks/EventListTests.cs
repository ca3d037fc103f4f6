using System.Reflection;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire.Tests;

/// <summary>That no event of the list, and no member of one, was forgotten.</summary>
public sealed class EventListTests
{
    public static TheoryData<string> Names => EventList.Names;

    [Fact]
    public void EventList_HasAllEvents() => EventList.ByName.Should().HaveCount(32);

    [Fact]
    public void Catalogue_AndList_AreTheSame() =>
        SignalWireEventCatalog.All.Select(entry => entry.Name).Should().BeEquivalentTo(EventList.ByName.Keys);

    [Fact]
    public void EventNames_AndList_AreTheSame() =>
        typeof(SignalWireEventNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Should().BeEquivalentTo(EventList.ByName.Keys);

    [Fact]
    public void Records_AndList_AreTheSame() =>
        typeof(SignalWireEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SignalWireEvent)) && !type.IsAbstract && type != typeof(UnknownSignalWireEvent) && type != typeof(SwmlFetchEvent))
            .Select(type => type.Name)
            .Should().BeEquivalentTo(EventList.ByName.Keys.Select(RecordName));

    [Theory]
    [MemberData(nameof(Names))]
    public void Event_OfTheList_HasItsOwnRecord(string eventType)
    {
        var type = TypeOf(eventType);

        type.Name.Should().Be(RecordName(eventType));
        type.IsSealed.Should().BeTrue();
        typeof(SignalWireAiEvent).IsAssignableFrom(type).Should().Be(eventType.StartsWith("calling.ai.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_OfTheList_HasAPropertyForEveryMember(string eventType) => Check(TypeOf(eventType), EventList.FieldsOf(eventType));

    [Fact]
    public void Record_OfTheFetch_HasAPropertyForEveryMember() => Check(typeof(SwmlFetchEvent), EventList.FetchFields);

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_OfTheList_HasNoPropertyBeyondIt(string eventType)
    {
        var own = EventExpectation.PropertiesOf(TypeOf(eventType)).Where(property => property.Value.DeclaringType != typeof(SignalWireEvent)).Select(property => property.Key);

        own.Should().BeSubsetOf(EventList.FieldsOf(eventType).Select(field => (string)field["name"]!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixture_OfTheList_HasEveryMemberAndNoOther(string eventType)
    {
        var body = EventFixture.Full(eventType);

        body.ContainsKey("params").Should().Be(EventList.IsEnveloped(eventType));
        ShouldBeWhole(EventFixture.MembersOf(body), EventList.FieldsOf(eventType), EventList.IsEnveloped(eventType) ? [] : ["node_id", "call_id", "segment_id", "tag"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixture_InItsEnvelope_HasTheMembersOfOne(string eventType)
    {
        if (!EventList.IsEnveloped(eventType))
            return;

        var expected = new[] { "event_type", "event_channel", "timestamp", "project_id", "space_id", "params" };
        EventFixture.Full(eventType).Select(member => member.Key).Should().Equal(
            eventType.StartsWith("calling.transcript.", StringComparison.Ordinal) ? expected.Where(name => name != "event_channel") : expected);
    }

    [Fact]
    public void Fixtures_OfAllFolders_AreThoseOfTheList() =>
        EventFixture.Names.Where(name => EventFixture.FolderOf(name) != "unknown").Should().BeEquivalentTo(
            EventList.ByName.SelectMany(entry => entry.Value["fixtures"]!.AsArray().Select(name => $"{entry.Key}/{name}")));

    [Theory]
    [MemberData(nameof(Names))]
    public void EndsWith_OfTheList_IsAWordOfTheRecord(string eventType)
    {
        if (EventList.ByName[eventType]["ends_with"] is not { } ending)
            return;

        var path = ((string)ending["member"]!).Split('.');
        if (path is ["event_type"])
        {
            ((string)ending["words"]![0]!).Should().Be(eventType);
            return;
        }

        var type = TypeOf(eventType);
        foreach (var name in path)
            type = EventExpectation.PropertiesOf(type)[name].PropertyType;

        WordsOf(type).Should().Contain(ending["words"]!.AsArray().Select(word => (string)word!));
    }

    internal static Type TypeOf(string eventType) => SignalWireEventCatalog.All.Single(entry => entry.Name == eventType).Type.Type;

    private static string RecordName(string eventType)
    {
        var name = string.Concat(eventType["calling.".Length..].Split('.', '_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return name.EndsWith("Event", StringComparison.Ordinal) ? name : name + "Event";
    }

    private static void Check(Type type, IEnumerable<JsonObject> fields)
    {
        foreach (var field in fields)
        {
            var name = (string)field["name"]!;
            EventExpectation.PropertiesOf(type).Should().ContainKey(name, "{0} has it", type.Name);
            var property = EventExpectation.PropertiesOf(type)[name];
            property.Name.Should().Be(EventExpectation.PropertyName(type, name), "{0}.{1} is named after it", type.Name, name);
            CheckWords(property.PropertyType, field);
            if (ItemType(property.PropertyType) is { } inner)
                Check(inner, EventList.FieldsOf(field));
        }
    }

    // A list's items, or the record itself; null for what has no members of its own.
    private static Type? ItemType(Type type)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
        return item.IsClass && item != typeof(string) ? item : null;
    }

    private static void CheckWords(Type vocabulary, JsonObject field)
    {
        var words = EventList.WordsOf(field);
        if (words.Count == 0 || vocabulary == typeof(bool?))
            return;

        vocabulary.GetInterfaces().Should().Contain(typeof(IVendorWord<>).MakeGenericType(vocabulary), "{0} is a vocabulary", field["name"]);
        WordsOf(vocabulary).Should().BeEquivalentTo(words);
    }

    private static IEnumerable<string> WordsOf(Type vocabulary) =>
        vocabulary.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(word => word.GetValue(null)!.ToString()!);

    private static void ShouldBeWhole(JsonObject wire, IReadOnlyList<JsonObject> fields, string[] leftOut)
    {
        wire.Select(member => member.Key).Should().BeEquivalentTo(fields.Select(field => (string)field["name"]!).Except(leftOut));
        foreach (var field in fields.Where(field => EventList.FieldsOf(field).Count > 0))
        {
            var inner = wire[(string)field["name"]!]!;
            ShouldBeWhole((inner as JsonArray)?[0]!.AsObject() ?? inner.AsObject(), EventList.FieldsOf(field), []);
        }
    }
}
