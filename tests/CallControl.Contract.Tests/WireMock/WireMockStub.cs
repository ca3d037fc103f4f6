namespace CallControl.Contract.Tests.WireMock;

/// <summary>A mapping that WireMock has taken up.</summary>
/// <param name="Server">The WireMock that serves it.</param>
/// <param name="Id">WireMock's identifier of the stub.</param>
/// <param name="Name">The mapping's name, for failure messages.</param>
/// <param name="Key">A text that the requests meant for it carry; empty when there is none.</param>
public sealed record WireMockStub(WireMockServer Server, Guid Id, string Name, string Key)
{
    /// <summary>The requests this stub has answered, oldest first.</summary>
    public Task<IReadOnlyList<WireMockRequest>> GetRequestsAsync(CancellationToken cancellationToken = default) =>
        Server.GetRequestsAsync(Id, cancellationToken);

    /// <summary>The only request this stub has answered.</summary>
    /// <exception cref="InvalidOperationException">It answered none or several; the message lists what no stub matched.</exception>
    public async Task<WireMockRequest> GetSingleRequestAsync(CancellationToken cancellationToken = default)
    {
        var requests = await GetRequestsAsync(cancellationToken);
        if (requests is [var only]) return only;
        var unmatched = await Server.DescribeUnmatchedAsync(Key, cancellationToken);
        throw new InvalidOperationException(
            $"'{Name}' answered {requests.Count} requests instead of one.{Environment.NewLine}{unmatched}");
    }
}
