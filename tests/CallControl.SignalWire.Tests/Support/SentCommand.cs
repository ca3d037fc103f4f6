namespace CallControl.SignalWire.Tests;

/// <summary>A request as it left the client.</summary>
internal sealed record SentCommand(HttpMethod Method, string Url, string? ContentType, string? Body, string? Authorization);
