using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CallControl.SignalWire.Tests;

/// <summary>Projects stand side by side, and what they lack is named at start.</summary>
public sealed class SignalWireBuilderTests
{
    private const string North = "PT-north-0190";
    private const string South = "PT-south-0191";
    private const string Key = "PSK-signing-key";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddSignalWire_Once_HasTheVendorsName()
    {
        await using var services = Services(calls => calls.AddSignalWire(Configure(North)));
        var control = services.GetRequiredService<ICallControl>();

        control.Provider.Name.Should().Be("signalwire");
        control.Provider.Vendor.Should().Be("signalwire");
        control.Should().BeSameAs(services.GetRequiredKeyedService<ICallControl>("signalwire"));
        control.GetService(typeof(ISignalWireCallingClient)).Should().BeSameAs(services.GetRequiredKeyedService<ISignalWireCallingClient>("signalwire"));
        control.GetService(typeof(ICallControl)).Should().BeSameAs(control);
        control.GetService(typeof(string)).Should().BeNull();
        control.Invoking(each => each.GetService(null!)).Should().Throw<ArgumentNullException>();
        services.GetRequiredKeyedService<IInboundHandler>("signalwire").Should().BeOfType<SignalWireInboundHandler>();
        services.GetRequiredKeyedService<Media.MediaStreamProtocol>("signalwire").Should().BeSameAs(SignalWireMediaStreamProtocol.Instance);
    }

    [Fact]
    public async Task AddSignalWire_Twice_KeepsTheProjectsApart()
    {
        var (north, south) = (new Vendor(), new Vendor());
        await using var services = Services(
            calls => calls.AddSignalWire("north", Configure(North)).AddSignalWire("south", Configure(South)),
            services =>
            {
                services.AddHttpClient(CallControlBuilder.TransportName("north")).ConfigurePrimaryHttpMessageHandler(() => north);
                services.AddHttpClient(CallControlBuilder.TransportName("south")).ConfigurePrimaryHttpMessageHandler(() => south);
            });

        foreach (var name in new[] { "north", "south" })
            await services.GetRequiredKeyedService<ICallControl>(name).HangupAsync(new CallId(name), new HangupRequest(), Cancelled);

        north.Sent.Should().Equal($"https://example.signalwire.com/api/calling/calls Basic {Basic(North)}");
        south.Sent.Should().Equal($"https://example.signalwire.com/api/calling/calls Basic {Basic(South)}");
        services.GetRequiredKeyedService<ReplySlots<SwmlDocument>>("north").Should().NotBeSameAs(services.GetRequiredKeyedService<ReplySlots<SwmlDocument>>("south"));
        services.GetRequiredKeyedService<IInboundHandler>("north").Should().NotBeSameAs(services.GetRequiredKeyedService<IInboundHandler>("south"));
        FluentActions.Invoking(() => services.GetRequiredService<ICallControl>()).Should().Throw<InvalidOperationException>().WithMessage("*(north, south)*");
    }

    [Fact]
    public async Task AddSignalWire_UnderANameOfItsOwn_IsPartOfItsAddresses()
    {
        var vendor = new Vendor();
        await using var services = Services(
            calls => calls.Configure(options => options.PublicBaseUrl = new Uri("https://ivr.example.com/calls")).AddSignalWire("north", Configure(North)),
            services => services.AddHttpClient(CallControlBuilder.TransportName("north")).ConfigurePrimaryHttpMessageHandler(() => vendor));

        await services.GetRequiredService<ICallControl>().StartGatherAsync(new CallId("c-1"), new GatherRequest(), Cancelled);

        vendor.Bodies.Should().ContainSingle().Which.Should().Contain("https://ivr.example.com/calls/north/status");
    }

    [Theory]
    [InlineData("signalwire")]
    [InlineData("SIGNALWIRE")]
    public void AddSignalWire_NameTaken_IsRefused(string name) =>
        FluentActions.Invoking(() => Services(calls => calls.AddSignalWire(Configure(North)).AddSignalWire(name, Configure(South))))
            .Should().Throw<ArgumentException>().WithMessage($"*'{name}'*registered already*");

    [Fact]
    public void AddSignalWire_Null_Throws() =>
        FluentActions.Invoking(() => SignalWireBuilderExtensions.AddSignalWire(null!, "signalwire")).Should().Throw<ArgumentNullException>();

    [Fact]
    public async Task Start_SettingsMissing_NamesAllOfBothProjects()
    {
        var failures = await StartAsync(calls => calls.AddSignalWire("north").AddSignalWire("south", options =>
        {
            options.SpaceUrl = new Uri("ftp://example.signalwire.com");
            options.ProjectId = "with:colon";
            options.ApiToken = "with a space";
            options.SigningKeys.Add("no key at all");
            options.CommandTimeout = TimeSpan.Zero;
            options.AnswerWindow = TimeSpan.FromMinutes(2);
            options.FallbackDocument = new SwmlDocument(new SwmlTransfer(""));
        }));

        foreach (var setting in new[] { "SpaceUrl", "ProjectId", "ApiToken", "SigningKeys is empty", "SigningKeys[0]", "CommandTimeout", "AnswerWindow", "FallbackDocument" })
            failures.Should().Contain(failure => failure.Contains(setting, StringComparison.Ordinal), "of {0}", setting);

        failures.Should().HaveCount(11, "the first project lacks four settings, seven of the second are wrong");
        failures.Should().NotContain(failure => failure.Contains("with", StringComparison.Ordinal) && failure.Contains("colon:", StringComparison.Ordinal));
        failures.Should().NotContain(failure => failure.Contains("with a space", StringComparison.Ordinal) || failure.Contains("no key at all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_SpaceProjectTokenAndKey_IsEnough() => (await StartAsync(calls => calls.AddSignalWire(Configure(North)))).Should().BeEmpty();

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Refused_Command_ShowsNoTokenAndNoKey(int status)
    {
        await using var services = Services(
            calls => calls.AddSignalWire(Configure(North)),
            services => services.AddHttpClient(CallControlBuilder.TransportName("signalwire")).ConfigurePrimaryHttpMessageHandler(() => new Vendor { Status = status }));
        var control = services.GetRequiredService<ICallControl>();

        var thrown = await control.Awaiting(each => each.HangupAsync(new CallId("c-1"), new HangupRequest(), Cancelled)).Should().ThrowAsync<AuthenticationFailedException>();

        thrown.Which.ToString().Should().NotContain(North).And.NotContain(Key).And.NotContain(Basic(North));
    }

    [Fact]
    public async Task Options_ChangedWhileRunning_AreTakenOver()
    {
        var vendor = new Vendor();
        var source = new Source { ApiToken = North };
        await using var services = Services(
            calls => calls.AddSignalWire("north"),
            services =>
            {
                services.AddSingleton<IOptionsMonitor<SignalWireOptions>>(source);
                services.AddHttpClient(CallControlBuilder.TransportName("north")).ConfigurePrimaryHttpMessageHandler(() => vendor);
            });
        var control = services.GetRequiredService<ICallControl>();

        await control.HangupAsync(new CallId("c-1"), new HangupRequest(), Cancelled);
        source.ApiToken = South;
        await control.HangupAsync(new CallId("c-1"), new HangupRequest(), Cancelled);

        vendor.Sent.Select(sent => sent.Split(' ')[^1]).Should().Equal(Basic(North), Basic(South));
    }

    private static string Basic(string token) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{AdapterHarness.ProjectId}:{token}"));

    private static Action<SignalWireOptions> Configure(string token) => options =>
    {
        options.SpaceUrl = new Uri("https://example.signalwire.com");
        options.ProjectId = AdapterHarness.ProjectId;
        options.ApiToken = token;
        options.SigningKeys.Add(Key);
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

    private sealed class Source : IOptionsMonitor<SignalWireOptions>
    {
        public required string ApiToken { get; set; }

        public SignalWireOptions CurrentValue => Get(null);

        public SignalWireOptions Get(string? name)
        {
            var options = new SignalWireOptions();
            Configure(ApiToken)(options);
            return options;
        }

        public IDisposable? OnChange(Action<SignalWireOptions, string?> listener) => null;
    }

    private sealed class Vendor : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        public List<string> Bodies { get; } = [];

        public int Status { get; init; } = 200;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.RequestUri!.AbsoluteUri} {request.Headers.Authorization}");
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage((System.Net.HttpStatusCode)Status) { Content = new StringContent(Status == 200 ? """{"id": "c-1"}""" : """{"error": "Unauthorized"}""") };
        }
    }
}
