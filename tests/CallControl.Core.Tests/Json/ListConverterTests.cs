using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class ListConverterTests
{
    [Fact]
    public void Read_List_LeavesNullsOut()
    {
        Read("""{"items":[{"name":"a"},null,{"name":"b"},null]}""").Should().Equal("a", "b");
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[null,null]}""")]
    public void Read_NothingInIt_IsEmpty(string json)
    {
        Read(json).Should().NotBeNull().And.BeEmpty();
    }

    [Theory]
    [InlineData("""{"items":null}""")]
    [InlineData("{}")]
    public void Read_Absent_IsNull(string json)
    {
        Read(json).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"items":{}}""", "$.items")]
    [InlineData("""{"items":"a"}""", "$.items")]
    [InlineData("""{"items":1}""", "$.items")]
    [InlineData("""{"items":true}""", "$.items")]
    [InlineData("""{"items":[1]}""", "$.items")]
    [InlineData("""{"items":[{"name":"a"},{"name":[]}]}""", "$.items")]
    [InlineData("""{"items":[{"name":"\ud800"}]}""", "$.items")]
    public void Read_SomethingElse_IsAnErrorThatNamesTheList(string json, string path)
    {
        FluentActions.Invoking(() => Read(json)).Should().Throw<JsonException>().Which.Path.Should().Be(path);
    }

    [Fact]
    public void Write_List_IsAnArray()
    {
        JsonSerializer.Serialize(new ItemHolder { Items = [new Item { Name = "a" }] }, ListJson.Default.ItemHolder).Should().Be("""{"items":[{"name":"a"}]}""");
        JsonSerializer.Serialize(new ItemHolder { Items = [] }, ListJson.Default.ItemHolder).Should().Be("""{"items":[]}""");
        JsonSerializer.Serialize(new ItemHolder(), ListJson.Default.ItemHolder).Should().Be("""{"items":null}""");
    }

    private static IEnumerable<string?>? Read(string json) => JsonSerializer.Deserialize(json, ListJson.Default.ItemHolder)!.Items?.Select(item => item.Name);
}

internal sealed record ItemHolder
{
    [JsonPropertyName("items")]
    [JsonConverter(typeof(ListConverter<Item>))]
    public IReadOnlyList<Item>? Items { get; init; }
}

internal sealed record Item
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}

[JsonSerializable(typeof(ItemHolder))]
[JsonSerializable(typeof(Item))]
internal sealed partial class ListJson : JsonSerializerContext;
