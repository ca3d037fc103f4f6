namespace CallControl.SessionGateway;

/// <summary>Answers an inbound call.</summary>
/// <remarks>Deferred: <c>command.result</c> comes when the call is answered, or after 2 s with <c>success</c> false, which may then be the timer only; <c>call.answered</c> is certain. Sources: <c>/endpoints/call-control/</c>, <c>/webhooks/mapping/</c>.</remarks>
public sealed record AnswerCommand() : SessionCommand(SessionGatewayCommandNames.Answer);
