using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Telnyx.Tests;

/// <summary>Compares the members that each command can write, at every depth, with the fields of the vendor.</summary>
public sealed class CommandFieldTests
{
    // What the vendor has as a value that is an object in one of its forms, and as text or something else in another.
    private static readonly Dictionary<Type, Type> ObjectForms = new()
    {
        [typeof(TransferTargets)] = typeof(TransferTarget),
        [typeof(PayPrompt)] = typeof(PayPromptText),
    };

    public static TheoryData<string> CommandNames => CommandJsonTests.CommandNames;

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Fields_OfEveryCommand_AreThoseOfTheVendor(string name)
    {
        var differences = new List<string>();

        Compare(name, Sheet.Commands[name].GetProperty("fields"), CommandSamples.All[name].GetType(), differences);

        differences.Should().Equal(name == "fork_start" ? ["fork_start: not the vendor's: target"] : []);
    }

    [Fact]
    public void Compare_OfOtherFields_FindsEachDifference()
    {
        var differences = new List<string>();

        Compare("reject", Sheet.Commands["hangup"].GetProperty("fields"), typeof(RejectCommand), differences);

        differences.Should().Equal("reject: missing: custom_headers", "reject: not the vendor's: cause");
    }

    private static void Compare(string place, JsonElement fields, Type type, List<string> differences)
    {
        var wanted = fields.EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);
        var properties = CommandSamples.TypeOf(type).Properties.Where(property => property.Get is not null).ToDictionary(property => property.Name);
        differences.AddRange(wanted.Keys.Except(properties.Keys).Order().Select(field => $"{place}: missing: {field}"));
        differences.AddRange(properties.Keys.Except(wanted.Keys).Order().Select(field => $"{place}: not the vendor's: {field}"));
        foreach (var field in wanted.Keys.Intersect(properties.Keys))
            CompareValue($"{place}.{field}", wanted[field], properties[field], differences);
    }

    private static void CompareValue(string place, JsonElement field, JsonPropertyInfo property, List<string> differences)
    {
        var type = Element(property.PropertyType);
        var named = field.GetProperty("type").GetString()!.Replace("array<", "", StringComparison.Ordinal).TrimEnd('>');
        if (type == typeof(JsonObject))
            return;

        if (field.TryGetProperty("mapping", out var mapping))
            CompareUnion(place, field.GetProperty("discriminator").GetString()!, mapping, type, differences);
        else if (field.TryGetProperty("fields", out var inner))
            Compare(place, inner, type, differences);
        else if (Sheet.HasType(named))
            CompareNamed(place, named, type, differences);
    }

    private static void CompareNamed(string place, string name, Type type, List<string> differences)
    {
        var sheet = Sheet.Type(name);
        if (sheet.TryGetProperty("mapping", out var mapping))
            CompareUnion(place, sheet.GetProperty("discriminator").GetString()!, mapping, type, differences);
        else if (sheet.TryGetProperty("fields", out var fields) && fields.GetArrayLength() > 0)
            Compare(place, fields, type, differences);
    }

    private static void CompareUnion(string place, string discriminator, JsonElement mapping, Type type, List<string> differences)
    {
        foreach (var variant in mapping.EnumerateObject())
        {
            var cases = Cases(type, discriminator, variant.Name);
            if (cases.Count == 0)
                differences.Add($"{place}: missing: {variant.Name}");

            foreach (var found in cases)
            {
                var sheet = variant.Value.GetString()!;
                var model = found.GetType().GetProperty("Model")?.GetValue(found) as string;
                var name = Sheet.Type(sheet).TryGetProperty("mapping", out var models) ? models.GetProperty(model!).GetString()! : sheet;
                CompareNamed($"{place}({variant.Name})", name, found.GetType(), differences);
            }
        }
    }

    private static List<TelnyxCommandPart> Cases(Type union, string discriminator, string value) =>
    [
        .. PartSamples.All.Values.Where(part => union.IsInstanceOfType(part) && (string?)CommandSamples.TypeOf(part.GetType())
            .Properties.Single(property => property.Name == discriminator).Get!(part) == value),
    ];

    private static Type Element(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ObjectForms.TryGetValue(type, out var form))
            return form;

        return type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? Element(type.GetGenericArguments()[^1]) : type;
    }
}
