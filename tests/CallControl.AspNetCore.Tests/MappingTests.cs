using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallControl.AspNetCore.Tests;

/// <summary>Where the endpoints are.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task MapCallControl_WithSeveralProviders_BringsEachItsOwn()
    {
        var (first, second) = (new ScriptedHandler(), new ScriptedHandler { MaxBodyBytes = 2 });
        await using var host = await EdgeHost.StartAsync([("first", first), ("second-2", second)], app => app.MapCallControl());

        using var toFirst = await host.PostAsync("/calls/first/a", [1, 2, 3]);
        using var toSecond = await host.PostAsync("/calls/second-2/b", [4]);
        using var tooLarge = await host.PostAsync("/calls/second-2/b", [1, 2, 3]);

        toFirst.StatusCode.Should().Be(HttpStatusCode.OK);
        toSecond.StatusCode.Should().Be(HttpStatusCode.OK);
        tooLarge.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        first.Requests.Should().ContainSingle().Which.Path.Should().Be("a");
        second.Requests.Should().ContainSingle().Which.Path.Should().Be("b");
    }

    [Theory]
    [InlineData("/calls/nobody")]
    [InlineData("/calls/fakes")]
    [InlineData("/calls/fak/e")]
    [InlineData("/calls")]
    [InlineData("/calls/")]
    [InlineData("/fake")]
    [InlineData("/")]
    public async Task MapCallControl_AskedForAnotherName_Is404(string path)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);

        using var answer = await host.PostAsync(path, [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        handler.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/hooks", "/hooks/fake/a")]
    [InlineData("hooks", "/hooks/fake/a")]
    [InlineData("/hooks/", "/hooks/fake/a")]
    [InlineData("/v1/hooks", "/v1/hooks/fake/a")]
    [InlineData("/{tenant}/hooks", "/acme/hooks/fake/a")]
    [InlineData("", "/fake/a")]
    [InlineData("/", "/fake/a")]
    public async Task MapCallControl_WithAPattern_StandsBelowIt(string pattern, string path)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync([(EdgeHost.Provider, handler)], app => app.MapCallControl(pattern));

        using var answer = await host.PostAsync(path, [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().ContainSingle().Which.Path.Should().Be("a");
    }

    [Fact]
    public async Task MapCallControl_UnderAPathBase_PassesTheRestOnly()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync([(EdgeHost.Provider, handler)], app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapCallControl();
        });

        using var answer = await host.PostAsync("/base/calls/fake/a", [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var request = handler.Requests.Should().ContainSingle().Which;
        request.Path.Should().Be("a");
        request.Url.AbsolutePath.Should().Be("/base/calls/fake/a");
    }

    [Fact]
    public async Task MapCallControl_OnceMappedTwice_AnswersAtBothAddresses()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync([(EdgeHost.Provider, handler)], app =>
        {
            app.MapCallControl("/old");
            app.MapCallControl("/new");
        });

        using var old = await host.PostAsync("/old/fake", [1]);
        using var current = await host.PostAsync("/new/fake", [1]);

        old.StatusCode.Should().Be(HttpStatusCode.OK);
        current.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task MapCallControl_WithConventions_AppliesThemToEveryProvider()
    {
        await using var host = await EdgeHost.StartAsync(
            [("first", new ScriptedHandler()), ("second", new ScriptedHandler())],
            app =>
            {
                app.MapCallControl().WithMetadata("a convention");
                app.MapGet("/names", (EndpointDataSource source) => string.Join(
                    ", ", source.Endpoints.Where(endpoint => endpoint.Metadata.Contains("a convention")).Select(endpoint => endpoint.DisplayName)));
            });

        var names = await host.Client.GetStringAsync(new Uri("/names", UriKind.Relative), TestContext.Current.CancellationToken);

        names.Should().Be("CallControl first, CallControl second");
    }

    [Fact]
    public async Task MapCallControl_WithAConventionThatReplacesIt_IsReplaced()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(
            [(EdgeHost.Provider, handler)],
            app => app.MapCallControl().Add(endpoint => endpoint.RequestDelegate = context =>
            {
                context.Response.StatusCode = StatusCodes.Status418ImATeapot;
                return Task.CompletedTask;
            }));

        using var answer = await host.PostAsync("/calls/fake", [1]);

        ((int)answer.StatusCode).Should().Be(418);
        handler.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task MapCallControl_WithoutAProvider_SaysWhatIsMissing()
    {
        var start = () => EdgeHost.StartAsync([], app => app.MapCallControl());

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*No call-control provider*AddCallControl*");
    }

    [Fact]
    public void MapCallControl_WithoutAddCallControl_SaysWhatIsMissing()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var map = () => app.MapCallControl();

        map.Should().Throw<InvalidOperationException>().WithMessage("*No call-control provider*AddCallControl*");
    }

    [Fact]
    public void MapCallControl_WithNulls_ThrowsAtOnce()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        FluentActions.Invoking(() => CallControlEndpointRouteBuilderExtensions.MapCallControl(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => app.MapCallControl(null!)).Should().Throw<ArgumentNullException>();
    }
}
