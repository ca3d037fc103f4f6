using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

/// <summary>How the client is asked for what one fixture has, and what it must make of the fixture's result.</summary>
/// <param name="Method">The vendor's name of the method.</param>
/// <param name="Case">The fixture's case.</param>
/// <param name="SendAsync">Calls the client with the values of the fixture.</param>
/// <param name="Expected">What is returned; null for nothing.</param>
internal sealed record RpcSample(string Method, string Case, Func<ICallrClient, CancellationToken, Task<object?>> SendAsync, object? Expected)
{
    /// <summary>What the client must have kept without knowing it: <c>name=JSON</c>.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>The fixture's name without extension.</summary>
    public string Fixture => NameOf(Method, Case);

    /// <summary>The name of a fixture or mapping: a method has a slash.</summary>
    public static string NameOf(string method, string @case) => $"{method.Replace('/', '.')}.{@case}";

    /// <summary>Asserts what the client returned.</summary>
    public void Check(object? answer)
    {
        if (answer is JsonNode node)
            node.ToJsonString().Should().Be((string?)Expected);
        else
            answer.Should().BeEquivalentTo(Expected, options => options
                .RespectingRuntimeTypes()
                .WithStrictOrdering()
                .Excluding(member => member.Name == nameof(CallrApp.Others)));

        UnknownIn(answer).Should().Equal(Unknown);
    }

    // The members of all items of an answer that the client does not know.
    private static IEnumerable<string> UnknownIn(object? answer) => (answer is IEnumerable items and not string ? items.Cast<object?>() : [answer])
        .Select(item => item?.GetType().GetProperty(nameof(CallrApp.Others))?.GetValue(item)).OfType<IDictionary<string, JsonElement>>()
        .SelectMany(others => others).Select(member => $"{member.Key}={member.Value.GetRawText()}");
}
