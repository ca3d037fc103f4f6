using CallControl.Contract.Tests.WireMock;
using CallControl.SignalWire;
using CallControl.SignalWire.Tests;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>How the client is asked for what one mapping expects, and what it must make of the mapping's answer.</summary>
/// <param name="Operation">A name of <see cref="SignalWireOperation.All"/>.</param>
/// <param name="Case">The mapping's case.</param>
/// <param name="SendAsync">Calls the client with the values that the mapping expects.</param>
/// <param name="Check">Asserts the answer, given also the request that WireMock recorded.</param>
internal sealed record SignalWireRun(
    string Operation,
    string Case,
    Func<ISignalWireCallingClient, SignalWireScope, CancellationToken, Task<object>> SendAsync,
    Action<object, SignalWireScope, WireMockRequest> Check)
{
    /// <summary>One run for each mapping of an operation.</summary>
    public static IReadOnlyList<SignalWireRun> All { get; } =
    [
        .. SignalWireOperation.Commands.SelectMany(command => command.Fixtures.Select(fixture =>
            Command(command.Name, SignalWireMapping.CaseOf(command.Name, fixture), CommandSamples.All[fixture]))),
        .. MinimalCalls.All,
        .. LogCalls.All,
    ];

    /// <summary>The mapping's name.</summary>
    public string Mapping => $"{Operation}.{Case}";

    /// <summary>The case whose mapping must be there too, since the client comes by it first; null where there is none.</summary>
    public string? After { get; init; }

    /// <summary>The run for a mapping.</summary>
    public static SignalWireRun Of(string operation, string @case = "success") => All.Single(run => run.Operation == operation && run.Case == @case);

    /// <summary>A run of a command.</summary>
    public static SignalWireRun Command(string operation, string @case, SignalWireCommand command) =>
        new(
            operation,
            @case,
            async (client, scope, cancellation) => await CommandSamples.SendAsync(client, scope.Call, command, cancellation),
            (answer, scope, request) => SignalWireAnswers.Check("call-leg", (SignalWireCallLeg)answer, scope, ControlIdOf(request)));

    /// <summary>The control id that a request carries; null where it carries none.</summary>
    public static OperationId? ControlIdOf(WireMockRequest request) =>
        request.Json().GetProperty("params").TryGetProperty("control_id", out var id) ? new OperationId(id.GetString()!) : null;
}
