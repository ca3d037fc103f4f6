namespace CallControl;

/// <summary>The provider copies the call's packets.</summary>
public sealed record ForkStarted : CallEvent;
