using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Callr;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>What the endpoint takes, and from whom.</summary>
public sealed class EndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_WithAWrongPassword_IsRefusedAndNoCallAppears()
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Faults.WrongSignatures = _ => true;

        var caller = await world.Callr.PlaceCallAsync(cancellationToken: Cancelled);
        await caller.WaitForEndAsync(Cancelled);
        await world.Callr.WaitForIdleAsync(Cancelled);

        world.Events.All.Should().BeEmpty();
        world.Calls.Count.Should().Be(0);
        world.Log.Lines.Should().Contain(line => line.Contains("401", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains(world.Callr.RealTimePassword, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_WithoutCredentials_IsAskedForThem()
    {
        await using var world = await CallrWorld.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler());

        using var response = await http.PostAsync(world.Endpoint, new StringContent("{}", Encoding.UTF8, "application/json"), Cancelled);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Basic");
    }

    [Fact]
    public async Task Request_ThatIsMalformed_IsRefusedAndTold()
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Faults.MalformedWebhooks = _ => true;

        var caller = await world.Callr.PlaceCallAsync(cancellationToken: Cancelled);
        await caller.WaitForEndAsync(Cancelled);
        await world.Callr.WaitForIdleAsync(Cancelled);

        world.Events.All.Should().BeEmpty();
        world.Log.Lines.Should().Contain(line => line.Contains("400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apps_OnOneAddress_HaveCredentialsAndAFlowEach()
    {
        await using var world = await CallrWorld.StartAsync(
            (_, _) => throw new InvalidOperationException("The flow of all apps must not run."),
            configure: account =>
            {
                account.Credentials.Add(new CallrAppCredentials { App = "AAAA1111", Login = "first", Password = "first-password" });
                account.Credentials.Add(new CallrAppCredentials { App = "BBBB2222", Login = "second", Password = "second-password" });
            },
            register: calls => calls.AddCallrFlow<FirstFlow>("AAAA1111").AddCallrFlow<SecondFlow>("BBBB2222"));

        var first = await AskAsync(world, 1, "AAAA1111", "first:first-password");
        var second = await AskAsync(world, 2, "BBBB2222", "second:second-password");
        var strange = await AskAsync(world, 3, "BBBB2222", "first:first-password");

        first.Digits.Should().Be("1");
        second.Digits.Should().Be("2");
        strange.Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static async Task<(HttpStatusCode Status, string? Digits)> AskAsync(CallrWorld world, int vendorCallId, string app, string credentials)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Endpoint)
        {
            Content = new StringContent(
                $$"""{"app":"{{app}}","callid":{{vendorCallId}},"request_hash":null,"call_status":"INCOMING_CALL","command":"","command_id":0}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        using var response = await http.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return (response.StatusCode, text.Length == 0 ? null : (string?)JsonNode.Parse(text)!["params"]!["digits"]);
    }

    internal sealed class FirstFlow : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded) => call.SendDtmfAsync("1", callEnded);
    }

    internal sealed class SecondFlow : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded) => call.SendDtmfAsync("2", callEnded);
    }
}
