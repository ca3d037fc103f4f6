using System.Net;
using CallControl.Callr;
using CallControl.Testing;

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
        using var http = new HttpClient();

        using var response = await http.PostAsync(world.Endpoint, new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), Cancelled);

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
    public async Task Apps_OnOneAddress_HaveAFlowEach()
    {
        var conducted = new Journal<string>();
        var second = new CallrAppCredentials { Login = "second", Password = "second-password" };
        var url = new Uri("https://not-yet.example.com");
        await using var world = await CallrWorld.StartAsync(
            (_, _) => throw new InvalidOperationException("The flow of all apps must not run."),
            configure: account => account.Credentials.Add(second),
            register: calls =>
            {
                calls.Services.Add(new Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(Journal<string>), conducted));
                calls.AddCallrFlow<FirstFlow>("4346423A").AddCallrFlow<SecondFlow>("ZZZZ9999");
            });
        url = world.Endpoint;
        var app = await world.Client.CreateAppAsync(
            "second", new CallrRealTimeAppSettings { Url = url, Login = second.Login, Password = second.Password }, Cancelled);
        second.App = app.Hash;

        var first = await world.Callr.PlaceCallAsync(cancellationToken: Cancelled);
        (await conducted.WaitForAsync(each => each.EndsWith(first.SessionId, StringComparison.Ordinal))).Should().StartWith("first");
    }

    internal sealed class FirstFlow(Journal<string> conducted) : ICallFlow
    {
        public async Task RunAsync(Call call, CancellationToken callEnded)
        {
            conducted.Add($"first {call.Id}");
            await call.HangupAsync(callEnded);
        }
    }

    internal sealed class SecondFlow(Journal<string> conducted) : ICallFlow
    {
        public async Task RunAsync(Call call, CancellationToken callEnded)
        {
            conducted.Add($"second {call.Id}");
            await call.HangupAsync(callEnded);
        }
    }
}
