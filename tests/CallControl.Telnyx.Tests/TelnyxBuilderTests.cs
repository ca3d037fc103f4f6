using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CallControl.Telnyx.Tests;

/// <summary>Accounts stand side by side, and what they lack is named at start.</summary>
public sealed class TelnyxBuilderTests
{
    private const string North = "KEY-north-0190";
    private const string South = "KEY-south-0191";

    private static readonly string Key = Convert.ToBase64String(Rfc8032Vector.Named("TEST 1").Key);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddTelnyx_Once_HasTheVendorsName()
    {
        await using var services = Services(calls => calls.AddTelnyx(Configure(North)));
        var control = services.GetRequiredService<ICallControl>();

        control.Provider.Name.Should().Be("telnyx");
        control.Provider.Vendor.Should().Be("telnyx");
        control.Should().BeSameAs(services.GetRequiredKeyedService<ICallControl>("telnyx"));
        control.GetService(typeof(ITelnyxCallsClient)).Should().BeSameAs(services.GetRequiredKeyedService<ITelnyxCallsClient>("telnyx"));
        control.GetService(typeof(ICallControl)).Should().BeSameAs(control);
        control.GetService(typeof(string)).Should().BeNull();
        services.GetRequiredKeyedService<IInboundHandler>("telnyx").Should().BeOfType<TelnyxInboundHandler>();
        services.GetRequiredKeyedService<Media.MediaStreamProtocol>("telnyx").Should().BeSameAs(TelnyxMediaStreamProtocol.Instance);
    }

    [Fact]
    public async Task AddTelnyx_Twice_KeepsTheAccountsApart()
    {
        var (north, south) = (new Vendor(), new Vendor());
        await using var services = Services(
            calls => calls.AddTelnyx("north", Configure(North)).AddTelnyx("south", Configure(South)),
            services =>
            {
                services.AddHttpClient(CallControlBuilder.TransportName("north")).ConfigurePrimaryHttpMessageHandler(() => north);
                services.AddHttpClient(CallControlBuilder.TransportName("south")).ConfigurePrimaryHttpMessageHandler(() => south);
            });

        foreach (var name in new[] { "north", "south" })
            await services.GetRequiredKeyedService<ICallControl>(name).HangupAsync(new CallId("v3:" + name), new HangupRequest(), Cancelled);

        north.Sent.Should().Equal($"https://api.telnyx.com/v2/calls/v3%3Anorth/actions/hangup Bearer {North}");
        south.Sent.Should().Equal($"https://api.telnyx.com/v2/calls/v3%3Asouth/actions/hangup Bearer {South}");
        services.GetRequiredKeyedService<TelnyxLegs>("north").Should().NotBeSameAs(services.GetRequiredKeyedService<TelnyxLegs>("south"));
        services.GetRequiredKeyedService<IInboundHandler>("north").Should().NotBeSameAs(services.GetRequiredKeyedService<IInboundHandler>("south"));
        FluentActions.Invoking(() => services.GetRequiredService<ICallControl>()).Should().Throw<InvalidOperationException>().WithMessage("*(north, south)*");
    }

    [Theory]
    [InlineData("telnyx")]
    [InlineData("TELNYX")]
    public void AddTelnyx_NameTaken_IsRefused(string name) =>
        FluentActions.Invoking(() => Services(calls => calls.AddTelnyx(Configure(North)).AddTelnyx(name, Configure(South))))
            .Should().Throw<ArgumentException>().WithMessage($"*'{name}'*registered already*");

    [Fact]
    public void AddTelnyx_Null_Throws() =>
        FluentActions.Invoking(() => TelnyxBuilderExtensions.AddTelnyx(null!, "telnyx")).Should().Throw<ArgumentNullException>();

    [Fact]
    public async Task Start_SettingsMissing_NamesAllOfBothAccounts()
    {
        var failures = await StartAsync(calls => calls.AddTelnyx("north").AddTelnyx("south", options =>
        {
            options.ApiKey = "with a space";
            options.PublicKeys.Add("no key at all");
            options.BaseUrl = new Uri("ftp://api.telnyx.com");
            options.ConnectionId = " ";
            options.CommandTimeout = TimeSpan.Zero;
            options.SignatureTolerance = TimeSpan.Zero;
            options.DefaultVoice = "";
        }));

        foreach (var setting in new[] { "ApiKey", "PublicKeys is empty", "PublicKeys[0]", "BaseUrl", "ConnectionId", "CommandTimeout", "SignatureTolerance", "DefaultVoice" })
            failures.Should().Contain(failure => failure.Contains(setting, StringComparison.Ordinal), "of {0}", setting);

        failures.Should().HaveCount(9, "the first account lacks two settings, seven of the second are wrong");
        failures.Should().NotContain(failure => failure.Contains("with a space", StringComparison.Ordinal) || failure.Contains("no key at all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_KeyAndPublicKey_IsEnough() => (await StartAsync(calls => calls.AddTelnyx(Configure(North)))).Should().BeEmpty();

    [Fact]
    public async Task Refused_Command_ShowsNoKey()
    {
        await using var services = Services(
            calls => calls.AddTelnyx(options =>
            {
                options.ApiKey = North;
                options.PublicKeys.Add(Key);
            }),
            services => services.AddHttpClient(CallControlBuilder.TransportName("telnyx")).ConfigurePrimaryHttpMessageHandler(() => new Vendor { Status = 401 }));

        var control = services.GetRequiredService<ICallControl>();
        var thrown = await control.Awaiting(each => each.HangupAsync(new CallId("v3:one"), new HangupRequest(), Cancelled)).Should().ThrowAsync<AuthenticationFailedException>();

        thrown.Which.ToString().Should().NotContain(North).And.NotContain(Key);
    }

    [Fact]
    public async Task Options_ChangedWhileRunning_AreTakenOver()
    {
        var vendor = new Vendor();
        var source = new Source { ApiKey = North };
        await using var services = Services(
            calls => calls.AddTelnyx("north"),
            services =>
            {
                services.AddSingleton<IOptionsMonitor<TelnyxOptions>>(source);
                services.AddHttpClient(CallControlBuilder.TransportName("north")).ConfigurePrimaryHttpMessageHandler(() => vendor);
            });
        var control = services.GetRequiredService<ICallControl>();

        await control.HangupAsync(new CallId("v3:one"), new HangupRequest(), Cancelled);
        source.ApiKey = South;
        await control.HangupAsync(new CallId("v3:one"), new HangupRequest(), Cancelled);

        vendor.Sent.Select(sent => sent.Split(' ')[^1]).Should().Equal(North, South);
    }

    private static Action<TelnyxOptions> Configure(string apiKey) => options =>
    {
        options.ApiKey = apiKey;
        options.PublicKeys.Add(Key);
    };

    private static ServiceProvider Services(Action<CallControlBuilder> build, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddCallControl(build);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    // Of several accounts the host reports the faults of each apart, together.
    private static async Task<IReadOnlyList<string>> StartAsync(Action<CallControlBuilder> build)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddCallControl(build);
        using var host = builder.Build();
        try
        {
            await host.StartAsync(Cancelled);
            await host.StopAsync(Cancelled);
            return [];
        }
        catch (AggregateException exception)
        {
            return [.. exception.Flatten().InnerExceptions.Cast<OptionsValidationException>().SelectMany(each => each.Failures)];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }

    private sealed class Source : IOptionsMonitor<TelnyxOptions>
    {
        public required string ApiKey { get; set; }

        public TelnyxOptions CurrentValue => Get(null);

        public TelnyxOptions Get(string? name) => new() { ApiKey = ApiKey, PublicKeys = [Key] };

        public IDisposable? OnChange(Action<TelnyxOptions, string?> listener) => null;
    }

    private sealed class Vendor : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        public int Status { get; init; } = 200;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.RequestUri!.AbsoluteUri} {request.Headers.Authorization}");
            return Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)Status) { Content = new StringContent(CallsHarness.Ok) });
        }
    }
}
