namespace CallControl.SessionGateway.Tests;

internal sealed record SentRequest(HttpMethod Method, string PathAndQuery, string? ContentType, string? Body, IReadOnlyDictionary<string, string> Headers);
