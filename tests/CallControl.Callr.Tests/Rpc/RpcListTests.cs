using System.Text.Json;

namespace CallControl.Callr.Tests;

/// <summary>The list of methods in <c>Fixtures/rpc.json</c>, which the contract tests share, against the fixtures and samples.</summary>
public sealed class RpcListTests
{
    private static readonly JsonElement List = Read();

    [Fact]
    public void Samples_AreOneForEachCaseOfTheList() =>
        RpcSamples.All.Select(sample => (sample.Method, sample.Case)).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Cases());

    [Fact]
    public void Fixtures_AreOneForEachCaseOfTheList() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "rpc")).Select(Path.GetFileName)
            .Should().BeEquivalentTo(Cases().Select(each => RpcSample.NameOf(each.Method, each.Case) + ".json"));

    [Fact]
    public void Fixtures_HaveAsManyParametersAsTheList()
    {
        foreach (var method in List.GetProperty("methods").EnumerateArray())
        {
            var name = method.GetProperty("method").GetString()!;
            foreach (var @case in method.GetProperty("cases").EnumerateArray())
            {
                RpcHarness.ReadFixture(RpcSample.NameOf(name, @case.GetString()!))["params"]!.AsArray()
                    .Should().HaveCount(method.GetProperty("params").GetArrayLength(), "all parameters of {0} are sent, by their place", name);
            }
        }
    }

    private static IEnumerable<(string Method, string Case)> Cases() => List.GetProperty("methods").EnumerateArray()
        .SelectMany(method => method.GetProperty("cases").EnumerateArray().Select(@case => (method.GetProperty("method").GetString()!, @case.GetString()!)));

    private static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "rpc.json")));
        return document.RootElement.Clone();
    }
}
