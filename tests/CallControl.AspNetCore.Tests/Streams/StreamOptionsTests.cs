using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.AspNetCore.Tests;

/// <summary>What is set up wrongly is told when the application starts, or is built.</summary>
public sealed class StreamOptionsTests
{
    private const string UrlRule = "MediaStreamsOptions.PublicUrl must be an absolute, well-formed ws or wss address without user, query and fragment.";

    public static TheoryData<Action<MediaStreamsOptions>, string> Wrong => new()
    {
        { options => options.PublicUrl = new Uri("https://ivr.example.com/media"), UrlRule },
        { options => options.PublicUrl = new Uri("/media", UriKind.Relative), UrlRule },
        { options => options.PublicUrl = new Uri("wss://user:word@ivr.example.com/media"), UrlRule },
        { options => options.PublicUrl = new Uri("wss://ivr.example.com/media?a=b"), UrlRule },
        { options => options.PublicUrl = new Uri("wss://ivr.example.com/media#a"), UrlRule },
        { options => options.ConnectTimeout = TimeSpan.Zero, "MediaStreamsOptions.ConnectTimeout must be more than zero and at most a day (was 00:00:00)." },
        { options => options.ConnectTimeout = TimeSpan.FromDays(2), "MediaStreamsOptions.ConnectTimeout must be more than zero and at most a day (was 2.00:00:00)." },
        { options => options.KeepAlive = TimeSpan.FromMilliseconds(999), "MediaStreamsOptions.KeepAlive must be from 1 second to 10 minutes (was 00:00:00.9990000)." },
        { options => options.KeepAlive = TimeSpan.FromMinutes(11), "MediaStreamsOptions.KeepAlive must be from 1 second to 10 minutes (was 00:11:00)." },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task StartAsync_WithAWrongOption_SaysWhichAndWhatIsAllowed(Action<MediaStreamsOptions> configure, string message)
    {
        var starting = () => StreamHost.StartAsync(configure: configure);

        (await starting.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().Equal(message);
    }

    [Theory]
    [InlineData("wss://ivr.example.com/media", "wss://ivr.example.com/media/telnyx/")]
    [InlineData("wss://ivr.example.com/a/media/", "wss://ivr.example.com/a/media/telnyx/")]
    [InlineData("ws://[::1]:8080", "ws://[::1]:8080/telnyx/")]
    public async Task Expect_WithAPublicUrl_StandsBelowIt(string publicUrl, string expected)
    {
        await using var app = Build(calls => calls.AddTelnyx(StreamHost.Configure).AddMediaStreams(options => options.PublicUrl = new Uri(publicUrl)));
        app.MapMediaStream();

        await using var ticket = app.Services.GetRequiredService<IMediaStreams>().Expect("telnyx");

        ticket.Url.AbsoluteUri.Should().StartWith(expected).And.HaveLength(expected.Length + 43);
    }

    [Fact]
    public async Task Expect_WithoutAPublicUrl_SaysWhatIsMissing()
    {
        await using var app = Build(calls => calls.AddTelnyx(StreamHost.Configure).AddMediaStreams());
        app.MapMediaStream();

        app.Services.GetRequiredService<IMediaStreams>().Invoking(each => each.Expect("telnyx")).Should().Throw<InvalidOperationException>()
            .WithMessage("MediaStreamsOptions.PublicUrl is not set: the provider 'telnyx' must be told where to stream to.");
    }

    [Fact]
    public async Task Expect_WithoutEndpoints_SaysWhatIsMissing()
    {
        await using var app = Build(calls => calls.AddTelnyx(StreamHost.Configure).AddMediaStreams(options => options.PublicUrl = new Uri("ws://localhost")));

        app.Services.GetRequiredService<IMediaStreams>().Invoking(each => each.Expect("telnyx")).Should().Throw<InvalidOperationException>()
            .WithMessage("No media stream can come: call app.MapMediaStream(...).");
    }

    [Fact]
    public async Task MapMediaStream_WithoutAddMediaStreams_SaysWhatIsMissing()
    {
        await using var app = Build(calls => calls.AddTelnyx(StreamHost.Configure));

        app.Invoking(each => each.MapMediaStream()).Should().Throw<InvalidOperationException>()
            .WithMessage("Media streams are not registered: call AddMediaStreams() within services.AddCallControl(...).");
    }

    [Fact]
    public async Task MapMediaStream_WithoutAProviderThatStreams_SaysWhatIsMissing()
    {
        await using var app = Build(calls => calls.AddProvider("fake", _ => throw new NotSupportedException(), _ => new ScriptedHandler()).AddMediaStreams());

        app.Invoking(each => each.MapMediaStream()).Should().Throw<InvalidOperationException>().WithMessage("No registered provider has media streams.");
    }

    [Fact]
    public async Task MapMediaStream_WithConventions_AppliesThemToEachProviderThatStreams()
    {
        await using var app = Build(calls => calls.AddTelnyx(StreamHost.Configure).AddTelnyx("second", StreamHost.Configure)
            .AddProvider("fake", _ => throw new NotSupportedException(), _ => new ScriptedHandler()).AddMediaStreams());

        app.MapMediaStream("/audio").WithMetadata("a convention");

        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.Contains("a convention"))
            .Select(endpoint => $"{endpoint.DisplayName} {endpoint.RoutePattern.RawText}")
            .Should().Equal("CallControl media telnyx /audio/telnyx/{token}", "CallControl media second /audio/second/{token}");
    }

    private static WebApplication Build(Action<CallControlBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddCallControl(configure);
        return builder.Build();
    }
}
