using CallControl.Contract.Tests.WireMock;
using CallControl.Telnyx;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>How the client is asked for what one mapping expects, and what it must make of the mapping's answer.</summary>
/// <param name="Operation">A name of <see cref="TelnyxOperation.All"/>.</param>
/// <param name="Case">The mapping's case.</param>
/// <param name="SendAsync">Calls the client with the values that the mapping expects.</param>
/// <param name="Check">Asserts the answer, given also the request that WireMock recorded.</param>
internal sealed record TelnyxRun(
    string Operation,
    string Case,
    Func<ITelnyxCallsClient, TelnyxScope, CancellationToken, Task<object>> SendAsync,
    Action<object, TelnyxScope, WireMockRequest> Check)
{
    private static readonly string[] WithConversation = ["gather_using_ai", "ai_assistant_start", "ai_assistant_join"];

    /// <summary>One run for each mapping of an operation.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
        [.. DiallingCalls.All, .. LegCalls.All, .. AudioCalls.All, .. InputCalls.All, .. RecordingCalls.All, .. AssistantCalls.All];

    /// <summary>The mapping's name.</summary>
    public string Mapping => $"{Operation}.{Case}";

    /// <summary>The case whose mapping must be there too, since the client comes by it first; null where there is none.</summary>
    public string? After { get; init; }

    /// <summary>The run for a mapping.</summary>
    public static TelnyxRun Of(string operation, string @case = "success") => All.Single(run => run.Operation == operation && run.Case == @case);

    /// <summary>A run of a command, which is answered with <c>ok</c>.</summary>
    public static TelnyxRun Command<TResult>(
        string operation, string @case, Func<ITelnyxCallsClient, TelnyxScope, CancellationToken, Task<TResult>> send)
        where TResult : TelnyxAnswer =>
        new(
            operation,
            @case,
            async (client, scope, cancellation) => await send(client, scope, cancellation),
            (answer, scope, request) => CheckAnswer(operation, @case, answer, scope, request));

    private static void CheckAnswer(string operation, string @case, object answer, TelnyxScope scope, WireMockRequest request)
    {
        var sent = request.Json().TryGetProperty("command_id", out var id) ? new OperationId(id.GetString()!) : default;
        if (@case == "success" && TelnyxOperation.Named(operation).HasCommandId) sent.Value.Should().Be(scope.CommandId);
        var full = @case == "success";
        object expected = operation switch
        {
            "dial" => DialledCall(scope, full),
            "answer" => new AnswerCommandResult { Result = "ok", CommandId = sent, RecordingId = full ? scope.RecordingId : null },
            "conversation_relay_start" => new ConversationRelayResult { Result = "ok", CommandId = sent, ConversationRelayId = scope.ConversationId },
            _ when WithConversation.Contains(operation) => new ConversationResult { Result = "ok", CommandId = sent, ConversationId = scope.ConversationId },
            _ => new CommandResult { Result = "ok", CommandId = sent },
        };
        answer.Should().Be(expected);
    }

    private static TelnyxCall DialledCall(TelnyxScope scope, bool full) => new()
    {
        RecordType = "call",
        CallControlId = scope.Call,
        CallLegId = scope.CallLegId,
        CallSessionId = scope.CallSessionId,
        IsAlive = false,
        ClientState = full ? TelnyxSamples.State : null,
        RecordingId = full ? scope.RecordingId : null,
    };
}
