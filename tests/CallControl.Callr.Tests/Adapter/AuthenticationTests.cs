using System.Text;
using CallControl.Callr.Tests.RealTime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>The vendor's requests are told from those of strangers by HTTP Basic.</summary>
public sealed class AuthenticationTests
{
    private const string OtherApp = "ZZZZ0000";

    public static TheoryData<string?, int> Headers => new()
    {
        { Basic("callr:secret-of-the-app"), 200 },
        { Basic("second:with:colons:"), 200 },
        { Basic("ünï:pässwörd"), 200 },
        { Basic("callr:secret-of-the-app").Replace("Basic", "bAsIc", StringComparison.Ordinal), 200 },
        { "", 401 },
        { "Basic", 401 },
        { "Basic ", 401 },
        { "Basic !!!!", 401 },
        { "Basic Y2Fsb", 401 },
        { "Bearer secret-of-the-app", 401 },
        { Basic("callr:secret-of-the-app").Replace("Basic ", "Digest ", StringComparison.Ordinal), 401 },
        { Basic("callr:secret-of-the-app")["Basic ".Length..], 401 },
        { Basic(":"), 401 },
        { Basic("callr"), 401 },
        { Basic("callr:"), 401 },
        { Basic("callr:secret-of-the-ap"), 401 },
        { Basic("callr:secret-of-the-app "), 401 },
        { Basic("CALLR:secret-of-the-app"), 401 },
        { Basic("callr:with:colons:"), 401 },
        { Basic("second:with"), 401 },
        { "Basic " + Convert.ToBase64String(Encoding.Latin1.GetBytes("ünï:pässwörd")), 401 },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task Request_WithCredentials_IsTakenOrNot(string? header, int status)
    {
        await using var vendor = Vendor.Start(flow: null, account =>
        {
            account.Credentials.Add(new CallrAppCredentials { Login = "second", Password = "with:colons:" });
            account.Credentials.Add(new CallrAppCredentials { Login = "ünï", Password = "pässwörd" });
        });

        var response = await vendor.PostRawAsync(vendor.Report("HANGUP").ToJsonString(), header);

        response.StatusCode.Should().Be(status);
        if (status == 200)
            return;

        response.Challenge.Should().StartWith("Basic realm=");
        response.Body.IsEmpty.Should().BeTrue();
        foreach (var secret in new[] { "secret-of-the-ap", "colons", "pässwörd", "ünï", Basic("callr:secret-of-the-app")["Basic ".Length..^2] })
            response.Problem.Should().NotBeNullOrEmpty().And.NotContain(secret);

        vendor.Events.All.Should().BeEmpty();
    }

    [Theory]
    [InlineData("callr:secret-of-the-app", Vendor.App, 200)]
    [InlineData("callr:secret-of-the-app", OtherApp, 401)]
    [InlineData("other:its-secret", OtherApp, 200)]
    [InlineData("other:its-secret", Vendor.App, 401)]
    [InlineData("other:its-secret", "", 401)]
    [InlineData("any:secret-of-all", Vendor.App, 200)]
    [InlineData("any:secret-of-all", OtherApp, 200)]
    [InlineData("shared:its-secret", Vendor.App, 200)]
    [InlineData("shared:its-secret", OtherApp, 200)]
    public async Task Request_OfAnApp_NeedsThatAppsCredentials(string credentials, string app, int status)
    {
        await using var vendor = Vendor.Start(flow: null, account =>
        {
            account.Credentials[0].App = Vendor.App;
            account.Credentials.Add(new CallrAppCredentials { Login = "other", Password = "its-secret", App = OtherApp });
            account.Credentials.Add(new CallrAppCredentials { Login = "any", Password = "secret-of-all" });
            account.Credentials.Add(new CallrAppCredentials { Login = "shared", Password = "its-secret", App = Vendor.App });
            account.Credentials.Add(new CallrAppCredentials { Login = "shared", Password = "its-secret", App = OtherApp });
        });

        var response = await vendor.PostRawAsync(vendor.Report("HANGUP", app: app).ToJsonString(), Basic(credentials));

        response.StatusCode.Should().Be(status);
        (response.Problem ?? "").Should().NotContain("secret");
        FluentActions.Invoking(() => vendor.RealTime.GetVendorCallId(vendor.Call)).Should().Throw<CallEndedException>();
    }

    [Fact]
    public async Task Request_WithoutCredentials_IsTakenWhereThatIsAllowed()
    {
        await using var vendor = Vendor.Start(flow: null, account =>
        {
            account.Credentials.Clear();
            account.AllowUnauthenticatedRequests = true;
        });

        (await vendor.PostRawAsync(vendor.Report("HANGUP").ToJsonString(), "")).StatusCode.Should().Be(200);
    }

    [Fact]
    public async Task Credentials_ThatAreThere_AreNeededThoughNoneWereAllowed()
    {
        await using var vendor = Vendor.Start(flow: null, account => account.AllowUnauthenticatedRequests = true);

        (await vendor.PostRawAsync(vendor.Report("HANGUP").ToJsonString(), "")).StatusCode.Should().Be(401);
    }

    [Fact]
    public async Task Password_ThatIsChangedInTheConfiguration_IsTakenOverAtOnce()
    {
        const string Setting = "Callr:Credentials:0:Password";
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Callr:Credentials:0:Login"] = "configured", [Setting] = "old-one" })
            .Build();
        await using var vendor = Vendor.Start(
            flow: null,
            account => account.Credentials.Clear(),
            calls => calls.Services.Configure<CallrOptions>("callr", configuration.GetSection("Callr")));
        var report = vendor.Report("HANGUP").ToJsonString();
        (await vendor.PostRawAsync(report, Basic("configured:old-one"))).StatusCode.Should().Be(200);

        configuration[Setting] = "new-one";
        configuration.Reload();

        (await vendor.PostRawAsync(report, Basic("configured:old-one"))).StatusCode.Should().Be(401);
        (await vendor.PostRawAsync(report, Basic("configured:new-one"))).StatusCode.Should().Be(200);
    }

    private static string Basic(string credentials) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
}
