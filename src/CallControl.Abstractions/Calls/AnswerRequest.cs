namespace CallControl;

/// <summary>Answers an inbound call.</summary>
public sealed record AnswerRequest : OperationRequest;
