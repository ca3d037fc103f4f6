using CallControl.Callr.Tests.RealTime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;


namespace CallControl.Callr.Tests.Adapter;

/// <summary>Several apps may share an address, each with a flow of its own.</summary>
public sealed class AppFlowTests
{
    private const string Sales = "SALES001";
    private const string Support = "SUPPORT1";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Sales, "1")]
    [InlineData(Support, "2")]
    public async Task Call_OfAnApp_IsConductedByItsFlow(string app, string digits)
    {
        await using var vendor = Start();

        var answer = await vendor.PostAsync(vendor.Report("INCOMING_CALL", app: app)).Soon();

        (answer.Command, (string?)answer.Parameters["digits"]).Should().Be(("send_dtmf", digits));
    }

    [Theory]
    [InlineData("UNKNOWN1")]
    [InlineData("sales001")]
    [InlineData("")]
    public async Task Call_OfAnAppWithoutAFlow_IsHungUpAndTheAppIsNamed(string app)
    {
        await using var vendor = Start();

        var answer = await vendor.PostAsync(vendor.Report("INCOMING_CALL", app: app)).Soon();

        answer.Command.Should().Be("hangup");
        vendor.Logs.Lines.Should().ContainSingle(line => line.StartsWith("Error", StringComparison.Ordinal)).Which.Should().Contain($"'{app}'").And.Contain("AddCallrFlow");
    }

    [Fact]
    public async Task Application_WithTwoFlowsForAnApp_DoesNotStart()
    {
        using var host = Host(calls => calls.AddCallr(Configure).AddCallrFlow<SalesFlow>(Sales).AddCallrFlow<SupportFlow>(Sales));

        var start = () => host.StartAsync(Cancelled);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage($"*{Sales}*{nameof(SalesFlow)}*{nameof(SupportFlow)}*");
    }

    [Fact]
    public async Task Application_WithAFlowForAnAccountThatIsNotThere_DoesNotStart()
    {
        using var host = Host(calls => calls.AddCallr(Configure).AddCallrFlow<SalesFlow>(Sales, "callr-2"));

        var start = () => host.StartAsync(Cancelled);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*'callr-2'*callr*");
    }

    [Fact]
    public async Task Application_WithAFlowForTheAccountAsWell_DoesNotStart()
    {
        using var host = Host(calls => calls.AddCallr(Configure).AddCallrFlow<SalesFlow>(Sales).AddFlow<SupportFlow>("callr"));

        var start = () => host.StartAsync(Cancelled);

        (await start.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*Two flows*callr*");
    }

    [Fact]
    public async Task Application_WithTheSameFlowTwice_Starts()
    {
        using var host = Host(calls => calls.AddCallr(Configure).AddCallrFlow<SalesFlow>(Sales).AddCallrFlow<SalesFlow>(Sales).AddCallrFlow<SalesFlow>(Support));

        await host.StartAsync(Cancelled);
        await host.StopAsync(Cancelled);
    }

    private static Vendor Start() => Vendor.Start(flow: null, register: calls => calls.AddCallrFlow<SalesFlow>(Sales).AddCallrFlow<SupportFlow>(Support));

    private static void Configure(CallrOptions account) => account.AllowUnauthenticatedRequests = true;

    private static IHost Host(Action<CallControlBuilder> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddCallControl(configure);
        return builder.Build();
    }

    internal sealed class SalesFlow : ICallFlow
    {
        public async Task RunAsync(Call call, CancellationToken callEnded)
        {
            await call.SendDtmfAsync("1", callEnded);
            await call.Ended;
        }
    }

    internal sealed class SupportFlow : ICallFlow
    {
        public async Task RunAsync(Call call, CancellationToken callEnded)
        {
            await call.SendDtmfAsync("2", callEnded);
            await call.Ended;
        }
    }
}
