using System.Collections.Concurrent;
using CallControl.Providers;

namespace CallControl.AspNetCore.Tests;

/// <summary>A provider's side of the endpoint: keeps what it is given and answers as the test says.</summary>
internal sealed class ScriptedHandler : IInboundHandler
{
    private readonly ConcurrentQueue<InboundRequest> _requests = new();

    public int MaxBodyBytes { get; init; } = 64 * 1024;

    /// <summary>Answers a request; headers can be read here only, since the server uses them again.</summary>
    public Func<InboundRequest, CancellationToken, ValueTask<InboundResponse>> Answer { get; init; } =
        static (_, _) => ValueTask.FromResult(InboundResponse.Accepted);

    /// <summary>What came in so far.</summary>
    public IReadOnlyList<InboundRequest> Requests => [.. _requests];

    public static ScriptedHandler Answering(InboundResponse answer) => new() { Answer = (_, _) => ValueTask.FromResult(answer) };

    public ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        return Answer(request, cancellationToken);
    }
}
