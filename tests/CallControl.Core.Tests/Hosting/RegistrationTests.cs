using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CallControl.Core.Tests;

public sealed class RegistrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddCallControl_Twice_IsOneEngineWithBothProviders()
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder => Add(builder, "one").Configure(options => options.MaxCalls = 7));
        services.AddCallControl(builder => Add(builder, "two").Configure(options => options.EventBuffer = 8));
        await using var provider = services.BuildServiceProvider();

        provider.GetServices<IHostedService>().OfType<FlowRunner>().Should().ContainSingle();
        provider.GetRequiredService<ICalls>().Should().BeSameAs(provider.GetRequiredService<IOperationRegistry>())
            .And.BeSameAs(provider.GetRequiredService<ICallEventSink>());
        provider.GetServices<ProviderRegistration>().Select(registration => registration.Name).Should().Equal("one", "two");
        provider.GetRequiredService<IOptions<CallControlOptions>>().Value.Should().BeEquivalentTo(new { MaxCalls = 7, EventBuffer = 8 });
        provider.GetRequiredService<CooldownPacer>().Should().NotBeNull();
    }

    [Fact]
    public async Task DisposeAsync_HubAskedForUnderAllItsNames_DisposesTheRestToo()
    {
        var time = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddCallControl(_ => { });
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<ICalls>();
        provider.GetRequiredService<IOperationRegistry>();
        provider.GetRequiredService<ICallEventSink>();
        time.PendingTimers.Should().Be(1);

        await FluentActions.Awaiting(async () => await provider.DisposeAsync()).Should().NotThrowAsync();

        time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task AddProvider_Names_AreKeys()
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder => Add(Add(builder, "one"), "two_2-B"));
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ICallControl>("one").Provider.Name.Should().Be("one");
        provider.GetRequiredKeyedService<ICallControl>("two_2-B").Provider.Name.Should().Be("two_2-B");
        provider.GetKeyedService<ICallControl>("ONE").Should().BeNull();
        provider.GetRequiredKeyedService<ICallControl>("one").Should().BeSameAs(provider.GetRequiredKeyedService<ICallControl>("one"));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("ONE")]
    public void AddProvider_NameTaken_IsRefused(string name)
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder => Add(builder, "one"));

        FluentActions.Invoking(() => services.AddCallControl(builder => Add(builder, name)))
            .Should().Throw<ArgumentException>().WithMessage($"*'{name}'*registered already*");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a.b")]
    public void AddProvider_BadName_IsRefused(string name) =>
        FluentActions.Invoking(() => new ServiceCollection().AddCallControl(builder => Add(builder, name))).Should().Throw<ArgumentException>();

    [Fact]
    public async Task PlainControl_HowManyProviders_Matters()
    {
        await using var none = Provider();
        await using var one = Provider("one");
        await using var two = Provider("one", "two");

        FluentActions.Invoking(() => none.GetRequiredService<ICallControl>()).Should().Throw<InvalidOperationException>().WithMessage("No call-control provider*");
        one.GetRequiredService<ICallControl>().Should().BeSameAs(one.GetRequiredKeyedService<ICallControl>("one"));
        FluentActions.Invoking(() => two.GetRequiredService<ICallControl>()).Should().Throw<InvalidOperationException>().WithMessage("*(one, two)*");
    }

    [Fact]
    public async Task Start_WrongOptions_NamesEveryFault()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddCallControl(calls => calls.Configure(options =>
        {
            options.ReorderWindow = TimeSpan.FromDays(100);
            options.EndedCallMemory = TimeSpan.Zero;
            options.CallIdleLimit = -TimeSpan.FromSeconds(1);
            options.Deadlines.Answer = TimeSpan.Zero;
            options.Deadlines.Playback = TimeSpan.Zero;
            options.Deadlines.OpenEnded = TimeSpan.Zero;
            options.Deadlines.Connect = TimeSpan.Zero;
            options.Deadlines.Margin = TimeSpan.Zero;
            options.ReorderCapacity = 0;
            options.EventBacklog = 0;
            options.EventBuffer = 0;
            options.MaxPendingEvents = 0;
            options.MaxCalls = 0;
            options.MaxOperationsPerCall = 0;
            options.DuplicateMemory = 0;
        }));
        using var host = builder.Build();

        var thrown = await FluentActions.Awaiting(() => host.StartAsync(Cancelled)).Should().ThrowAsync<OptionsValidationException>();

        thrown.Which.Failures.Should().HaveCount(15).And.OnlyContain(failure => failure.StartsWith("CallControlOptions.", StringComparison.Ordinal));
        thrown.Which.Failures.Should().Contain("CallControlOptions.Deadlines.Margin must be more than zero (was 00:00:00).");
    }

    [Fact]
    public async Task Start_DefaultOptions_AreValid()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddCallControl(_ => { });
        using var host = builder.Build();

        await host.StartAsync(Cancelled);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task TimeProvider_RegisteredByTheApplication_IsUsed()
    {
        var time = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddCallControl(_ => { });
        await using var provider = services.BuildServiceProvider();
        await using var system = Provider();

        provider.GetRequiredService<CallHub>().Time.Should().BeSameAs(time);
        system.GetRequiredService<CallHub>().Time.Should().BeSameAs(TimeProvider.System);
    }

    [Theory]
    [InlineData("https://api.example.com/v2")]
    [InlineData("https://api.example.com/v2/")]
    public async Task AddTransport_BaseAddress_EndsInASlash(string address)
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder => builder.AddTransport("one", _ => new Uri(address)));
        await using var provider = services.BuildServiceProvider();

        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(CallControlBuilder.TransportName("one"));

        client.BaseAddress.Should().Be(new Uri("https://api.example.com/v2/"));
        client.Timeout.Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task AddTransport_Redirect_IsNotFollowed()
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder => builder.AddTransport("one", _ => new Uri("https://api.example.com")));
        await using var provider = services.BuildServiceProvider();

        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(CallControlBuilder.TransportName("one"));
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler!;

        var sockets = handler.Should().BeOfType<SocketsHttpHandler>().Which;
        sockets.AllowAutoRedirect.Should().BeFalse();
        sockets.UseCookies.Should().BeFalse();
    }

    [Fact]
    public void AddCallControl_Nothing_IsRefused()
    {
        FluentActions.Invoking(() => new ServiceCollection().AddCallControl(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => CallControlServiceCollectionExtensions.AddCallControl(null!, _ => { })).Should().Throw<ArgumentNullException>();
    }

    private static ServiceProvider Provider(params string[] names)
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder =>
        {
            foreach (var name in names)
                Add(builder, name);
        });
        return services.BuildServiceProvider();
    }

    private static CallControlBuilder Add(CallControlBuilder builder, string name) => builder.AddProvider(name, _ => new FakeCallControl(name), _ => null!);
}
