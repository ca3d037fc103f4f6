using System.Net;
using System.Text;

namespace CallControl.Contract.Tests.WireMock;

/// <summary>On a server of their own, because they reset and stop it.</summary>
public sealed class WireMockServerTests : IAsyncLifetime
{
    private const string Mapping =
        """{"name":"hello","request":{"method":"POST","urlPath":"/hello","headers":{"X-API-Key":{"equalTo":"fictional-secret"}}},"response":{"status":204}}""";

    private readonly WireMockServer _server = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task AddStub_ThenRequests_ListsThemOldestFirst()
    {
        var stub = await _server.AddStubAsync(Mapping, cancellationToken: Cancelled);

        (await SendAsync("first")).Should().Be(HttpStatusCode.NoContent);
        (await SendAsync("second")).Should().Be(HttpStatusCode.NoContent);

        stub.Name.Should().Be("hello");
        var requests = await stub.GetRequestsAsync(Cancelled);
        requests.Select(request => request.Body).Should().Equal("first", "second");
        requests[0].Method.Should().Be("POST");
        requests[0].Url.Should().Be("/hello?q=1");
        requests[0].Headers["x-api-key"].Should().Be("fictional-secret");
        var single = () => stub.GetSingleRequestAsync(Cancelled);
        await single.Should().ThrowAsync<InvalidOperationException>().WithMessage("'hello' answered 2 requests*");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"request":{"method":"GET","urlPath":"/x","nonsense":1},"response":{"status":200}}""")]
    public async Task AddStub_Malformed_ThrowsWithTheReason(string mapping)
    {
        var add = () => _server.AddStubAsync(mapping, cancellationToken: Cancelled);

        await add.Should().ThrowAsync<InvalidOperationException>().WithMessage("WireMock refused a mapping*Error parsing JSON*");
    }

    [Fact]
    public async Task RemoveStub_Twice_StopsMatchingAndKeepsTheRecord()
    {
        var stub = await _server.AddStubAsync(Mapping, cancellationToken: Cancelled);
        await SendAsync("before");

        await _server.RemoveStubAsync(stub.Id, Cancelled);
        await _server.RemoveStubAsync(stub.Id, Cancelled);

        (await SendAsync("after")).Should().Be(HttpStatusCode.NotFound);
        (await stub.GetSingleRequestAsync(Cancelled)).Body.Should().Be("before");
    }

    [Fact]
    public async Task ForgetRequests_ByKey_KeepsTheOthers()
    {
        var stub = await _server.AddStubAsync(Mapping, cancellationToken: Cancelled);
        await SendAsync("a key-1 b");
        await SendAsync("a key-2 b");

        await _server.ForgetRequestsAsync("key-1", Cancelled);

        (await stub.GetSingleRequestAsync(Cancelled)).Body.Should().Be("a key-2 b");
    }

    [Fact]
    public async Task Reset_AfterRequests_ForgetsStubsAndRequests()
    {
        var stub = await _server.AddStubAsync(Mapping, cancellationToken: Cancelled);
        await SendAsync("matched");

        await _server.ResetAsync(Cancelled);

        (await _server.GetRequestsAsync(stub.Id, Cancelled)).Should().BeEmpty();
        (await SendAsync("late")).Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task DescribeUnmatched_NearMiss_NamesRequestAndStubButNoKey()
    {
        await _server.AddStubAsync(Mapping, cancellationToken: Cancelled);

        await SendAsync("body of seven", key: "another-secret");

        (await _server.GetUnmatchedRequestsAsync("of seven", Cancelled)).Should().ContainSingle().Which.Url.Should().Be("/hello?q=1");
        (await _server.GetUnmatchedRequestsAsync("of eight", Cancelled)).Should().BeEmpty();
        var text = await _server.DescribeUnmatchedAsync("of seven", Cancelled);
        text.Should().Contain("POST /hello?q=1").And.Contain("body of seven").And.Contain("'hello'")
            .And.NotContain("another-secret").And.NotContain("fictional-secret");
        (await _server.DescribeUnmatchedAsync("of eight", Cancelled)).Should().Be("Every request was matched by a stub.");
    }

    [Fact]
    public async Task DescribeUnmatched_NoStubAtAll_StillNamesTheRequest()
    {
        await SendAsync("lonely");

        (await _server.DescribeUnmatchedAsync("lonely", Cancelled)).Should().StartWith("No stub is near to:").And.Contain("/hello?q=1");
    }

    [Fact]
    public async Task Dispose_RunningServer_StopsListening()
    {
        await _server.DisposeAsync();

        var send = () => SendAsync("anyone?");
        await send.Should().ThrowAsync<HttpRequestException>();
    }

    private async Task<HttpStatusCode> SendAsync(string body, string key = "fictional-secret")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server.BaseAddress, "hello?q=1"));
        request.Headers.Add("X-API-Key", key);
        request.Content = new StringContent(body, Encoding.UTF8, "text/plain");
        using var response = await _client.SendAsync(request, Cancelled);
        return response.StatusCode;
    }
}
