using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class JsonMergeTests
{
    [Fact]
    public void Into_OfMembers_AddsAndReplacesCopies()
    {
        var additional = Parse("""{"b": {"x": 1}, "c": null}""");

        var body = JsonMerge.Into(Parse("""{"a": 1, "b": 2}"""), additional);

        body.ToJsonString().Should().Be("""{"a":1,"b":{"x":1},"c":null}""");
        additional["b"]!["x"] = 2;
        body["b"]!["x"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData("""{"p": {"a": 1}}""", """{"p":{"a":1,"n":1}}""")]
    [InlineData("""{"p": null}""", """{"p":{"n":1}}""")]
    [InlineData("""{"a": 1}""", """{"a":1,"p":{"n":1}}""")]
    public void Into_OfAMember_PutsThemThere(string body, string expected) => JsonMerge.Into(Parse(body), Parse("""{"n": 1}"""), "p").ToJsonString().Should().Be(expected);

    [Fact]
    public void Into_OfAMemberThatIsNoObject_IsRefused() =>
        FluentActions.Invoking(() => JsonMerge.Into(Parse("""{"p": 1}"""), Parse("""{"n": 1}"""), "p")).Should().Throw<InvalidOperationException>().WithMessage("*'p'*");

    [Fact]
    public void Into_OfNothing_ChangesNothing() => JsonMerge.Into(Parse("""{"p": 1}"""), [], "p").ToJsonString().Should().Be("""{"p":1}""");

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
