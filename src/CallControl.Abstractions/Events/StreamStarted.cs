namespace CallControl;

/// <summary>The provider has opened our WebSocket and streams.</summary>
public sealed record StreamStarted : CallEvent;
