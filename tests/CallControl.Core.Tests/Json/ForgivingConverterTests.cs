using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

/// <summary>The converters of what is no reason to lose an answer.</summary>
public sealed class ForgivingConverterTests
{
    private static readonly ForgivingTruthConverter Truth = new();

    [Theory]
    [InlineData("""[{"name":"a"},{"name":"b"}]""", "a b")]
    [InlineData("""{"1":{"name":"a"},"2":{"name":"b"}}""", "a b")]
    [InlineData("""[1,null,{"name":"a"},[{"name":"c"}],"d",true,{"name":"b"}]""", "a b")]
    [InlineData("""{"1":1,"2":{"name":"a"},"3":[{"name":"c"}],"4":null}""", "a")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    [InlineData("\"a\"", "")]
    [InlineData("1", "")]
    public void List_OfAnything_HasTheObjectsInIt(string json, string names)
    {
        var answer = Read($$"""{"list":{{json}},"after":1}""");

        string.Join(' ', answer.List.Select(item => item.Name)).Should().Be(names);
        answer.After.Should().Be(1);
    }

    [Theory]
    [InlineData("""{"name":"a"}""", "a")]
    [InlineData("""[{"name":"a"}]""", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"a\"", null)]
    [InlineData("1", null)]
    public void Object_OfAnything_IsTheObjectOrNull(string json, string? name)
    {
        var answer = Read($$"""{"object":{{json}},"after":1}""");

        answer.Object?.Name.Should().Be(name);
        (answer.Object is null).Should().Be(name is null);
        answer.After.Should().Be(1);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"yes\"", null)]
    [InlineData("\"\\ud800\"", null)]
    [InlineData("2", null)]
    [InlineData("[true]", null)]
    [InlineData("{}", null)]
    public void Truth_OfAnything_IsTheTruthOrNull(string json, bool? expected) => Truth.Read(json).Should().Be(expected);

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData(null, "null")]
    public void Truth_IsWrittenAsATruthValue(bool? value, string expected) => Truth.Write(value).Should().Be(expected);

    [Fact]
    public void ListAndObject_AreWrittenAsSuch()
    {
        Write(new ForgivingAnswer { List = [new Item { Name = "a" }], Object = new Item { Name = "b" } }).Should()
            .Be("""{"list":[{"name":"a"}],"object":{"name":"b"},"after":0}""");
        Write(new ForgivingAnswer { List = null! }).Should().Be("""{"list":[],"object":null,"after":0}""");
    }

    private static ForgivingAnswer Read(string json) => JsonSerializer.Deserialize(json, ForgivingJson.Default.ForgivingAnswer)!;

    private static string Write(ForgivingAnswer answer) => JsonSerializer.Serialize(answer, ForgivingJson.Default.ForgivingAnswer);
}

internal sealed record ForgivingAnswer
{
    [JsonPropertyName("list")]
    [JsonConverter(typeof(ForgivingListConverter<Item>))]
    public IReadOnlyList<Item> List { get; init; } = [];

    [JsonPropertyName("object")]
    [JsonConverter(typeof(ForgivingObjectConverter<Item>))]
    public Item? Object { get; init; }

    [JsonPropertyName("after")]
    public int After { get; init; }
}

[JsonSerializable(typeof(ForgivingAnswer))]
[JsonSerializable(typeof(Item))]
internal sealed partial class ForgivingJson : JsonSerializerContext;
