namespace CallControl;

/// <summary>The called party's phone rings.</summary>
public sealed record CallRinging : CallEvent;
