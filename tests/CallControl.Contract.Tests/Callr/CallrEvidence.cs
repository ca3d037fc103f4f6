using CallControl.Callr;
using CallControl.Callr.Tests;

namespace CallControl.Contract.Tests.Callr;

/// <summary>What there is of each method of the JSON-RPC interface, collected from the client, the list, the fixtures and the mappings.</summary>
internal sealed record CallrEvidence
{
    /// <summary>The methods of the list.</summary>
    public required IReadOnlyDictionary<string, CallrMethod> Listed { get; init; }

    /// <summary>The names of the client's methods.</summary>
    public required IReadOnlySet<string> ClientMethods { get; init; }

    /// <summary>The names of the mappings.</summary>
    public required IReadOnlySet<string> Mappings { get; init; }

    /// <summary>The names of the samples that the client is run with.</summary>
    public required IReadOnlySet<string> Samples { get; init; }

    /// <summary>The methods and the failures that each is run with.</summary>
    public required IReadOnlySet<(string Method, string Case)> FailureRuns { get; init; }

    /// <summary>Collects it.</summary>
    public static CallrEvidence Collect() => new()
    {
        Listed = CallrMethod.All.ToDictionary(method => method.Name, StringComparer.Ordinal),
        ClientMethods = typeof(ICallrClient).GetMethods().Select(method => method.Name).ToHashSet(StringComparer.Ordinal),
        Mappings = CallrMapping.OfMethods.ToHashSet(StringComparer.Ordinal),
        Samples = RpcSamples.All.Select(sample => sample.Fixture).ToHashSet(StringComparer.Ordinal),
        FailureRuns = CallrFailureTests.MethodsAndFailures.Select(row => row.Data).ToHashSet(),
    };

    /// <summary>What a method lacks; empty where it lacks nothing.</summary>
    public IEnumerable<string> GapsOf(string method)
    {
        if (!Listed.TryGetValue(method, out var listed))
        {
            yield return $"{method}: not in rpc.json";
            yield break;
        }

        if (!ClientMethods.Contains(listed.ClientMethod)) yield return $"{method}: no method {listed.ClientMethod}";
        if (!listed.Cases.Contains("success")) yield return $"{method}: no case success";
        foreach (var name in listed.Cases.Select(@case => RpcSample.NameOf(method, @case)))
        {
            if (!Mappings.Contains(name)) yield return $"{method}: no mapping {name}";
            if (!Samples.Contains(name)) yield return $"{method}: not run with {name}";
        }

        foreach (var failure in CallrFailure.OfEveryMethod.Where(failure => !FailureRuns.Contains((method, failure))))
            yield return $"{method}: not run with failure.{failure}";
    }
}
