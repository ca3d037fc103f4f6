using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reports that have no name, or a member that cannot be read: their operation knows what they are about, and nothing else would tell of its end.</summary>
/// <remarks>The flat form of the vendor's callbacks is one where it tells a <c>state</c> and nothing else.</remarks>
internal static class BareReport
{
    private const string StateField = "state";
    private const string Finished = "finished";
    private const string NoInput = "no_input";
    private const string Error = "error";

    /// <summary>What such a report means to an operation; <c>default</c> for any other event.</summary>
    /// <param name="callEvent">Any event.</param>
    /// <param name="finished">How the operation has ended where it is finished.</param>
    public static OperationStep<TResult> Read<TResult>(CallEvent callEvent, Func<OperationOutcome<TResult>> finished)
        where TResult : class => StateOf(callEvent) switch
        {
            null => default,
            Finished => OperationStep.Ends(finished()),
            NoInput or Error => OperationStep.Ends(
                OperationOutcome.Failed<TResult>(new OperationFailure { Code = StateOf(callEvent), Message = "The vendor reported its failure, and no more." })),
            _ => OperationStep.GoesOn<TResult>(),
        };

    private static string? StateOf(CallEvent callEvent) =>
        callEvent.NativeEvent is UnknownSignalWireEvent { ControlId: not null } native
        && native.ExtensionData?.TryGetValue(StateField, out var state) == true && state.ValueKind == JsonValueKind.String
            ? state.GetString()
            : null;
}
