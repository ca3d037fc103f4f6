using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx.Tests;

/// <summary>That no event of the list, and no member of one, was forgotten.</summary>
public sealed class EventListTests
{
    public static TheoryData<string> Names => EventList.Names;

    [Fact]
    public void EventList_HasAllEvents() => EventList.ByName.Should().HaveCount(58);

    [Fact]
    public void Catalogue_AndList_AreTheSame() =>
        TelnyxEventCatalog.All.Select(entry => entry.Name).Should().BeEquivalentTo(EventList.ByName.Keys);

    [Fact]
    public void EventNames_AndList_AreTheSame() =>
        typeof(TelnyxEventNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Should().BeEquivalentTo(EventList.ByName.Keys);

    [Fact]
    public void Expectations_AndList_AreTheSame() => EventExpectation.ByName.Keys.Should().BeEquivalentTo(EventList.ByName.Keys);

    [Fact]
    public void Records_AndList_AreTheSame() =>
        typeof(TelnyxEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TelnyxEvent)) && !type.IsAbstract && type != typeof(UnknownTelnyxEvent))
            .Select(type => type.Name)
            .Should().BeEquivalentTo(EventList.ByName.Keys.Select(RecordName));

    [Theory]
    [MemberData(nameof(Names))]
    public void Event_OfTheList_HasItsOwnRecord(string eventType)
    {
        var type = TypeOf(eventType);

        type.Name.Should().Be(RecordName(eventType));
        type.IsSealed.Should().BeTrue();
        typeof(TelnyxConferenceEvent).IsAssignableFrom(type).Should().Be(eventType.StartsWith("conference.", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_OfTheList_HasAPropertyForEveryMember(string eventType)
    {
        var missing = EventList.FieldsOf(eventType).SelectMany(field => Missing(TypeOf(eventType), field, "$"));

        missing.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Record_OfTheList_HasNoPropertyBeyondIt(string eventType)
    {
        var own = PropertiesOf(TypeOf(eventType)).Where(property => property.Value.DeclaringType != typeof(TelnyxEvent)).Select(property => property.Key);

        own.Should().BeSubsetOf(EventList.FieldsOf(eventType).Select(field => (string)field["name"]!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Vocabulary_OfEveryMember_HasTheWordsOfTheList(string eventType)
    {
        foreach (var field in EventList.FieldsOf(eventType))
        {
            CheckWords(TypeOf(eventType), field);
            foreach (var inner in EventList.FieldsOf(field))
            {
                if (ItemType(PropertiesOf(TypeOf(eventType))[(string)field["name"]!].PropertyType) is { } type && type != typeof(SipHeader))
                    CheckWords(type, inner);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fixture_OfTheList_HasEveryMemberAndNoOther(string eventType)
    {
        var entry = EventList.ByName[eventType];
        var body = EventFixture.Full(eventType);

        EventFixture.PayloadOf(body).Select(member => member.Key).Should().BeEquivalentTo(EventList.FieldsOf(eventType).Select(field => (string)field["name"]!));
        body.ContainsKey("data").Should().Be((bool)entry["wrapped"]!);
        if ((string)entry["occurred_at_in"]! == "data")
            EventFixture.EventOf(body).ContainsKey("occurred_at").Should().BeTrue();
        else if ((string)entry["occurred_at_in"]! == "payload")
            EventFixture.EventOf(body).ContainsKey("occurred_at").Should().BeFalse();
    }

    [Fact]
    public void Fixtures_OfAllFolders_AreOfTheList() =>
        EventFixture.Folders.Should().BeEquivalentTo(EventList.ByName.Keys.Append("unknown"));

    internal static Type TypeOf(string eventType) => TelnyxEventCatalog.All.Single(entry => entry.Name == eventType).Type.Type;

    /// <summary>The properties of a record by their names on the wire.</summary>
    internal static Dictionary<string, PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties()
            .Select(property => (Name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, Property: property))
            .Where(pair => pair.Name is not null)
            .ToDictionary(pair => pair.Name!, pair => pair.Property, StringComparer.Ordinal);

    private static string RecordName(string eventType) =>
        string.Concat(eventType.Split('.', '_').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + "Event";

    private static IEnumerable<string> Missing(Type type, JsonObject field, string path)
    {
        var name = (string)field["name"]!;
        if (!PropertiesOf(type).TryGetValue(name, out var property))
            return [$"{path}.{name}"];

        return EventList.FieldsOf(field).SelectMany(inner => Missing(ItemType(property.PropertyType) ?? property.PropertyType, inner, $"{path}.{name}"));
    }

    // A list's items, or the record itself; null for what has no members of its own.
    private static Type? ItemType(Type type)
    {
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
        return item.IsClass && item != typeof(string) ? item : null;
    }

    private static void CheckWords(Type type, JsonObject field)
    {
        var words = EventList.WordsOf(field);
        if (words.Count == 0)
            return;

        var vocabulary = PropertiesOf(type)[(string)field["name"]!].PropertyType;
        vocabulary.GetInterfaces().Should().Contain(typeof(IVendorWord<>).MakeGenericType(vocabulary), "{0} is a vocabulary", field["name"]);
        var known = vocabulary.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(word => word.GetValue(null)!.ToString());

        // One vocabulary serves the states of three events.
        if (vocabulary == typeof(TelnyxCallState))
            known.Should().Contain(words);
        else
            known.Should().BeEquivalentTo(words);
    }
}
