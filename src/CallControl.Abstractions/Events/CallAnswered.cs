namespace CallControl;

/// <summary>The call was answered.</summary>
/// <remarks>Some providers say so twice, once for the call and once for the command. Both are delivered.</remarks>
public sealed record CallAnswered : CallEvent;
