using System.Collections.Concurrent;
using System.Globalization;
using CallControl.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.Callr.Tests;

/// <summary>The registered fetcher against a real host.</summary>
public sealed class AudioBuilderExtensionsTests : IAsyncLifetime
{
    private readonly Lines _log = new();
    private readonly ServiceProvider _services;
    private readonly WebApplication _host;
    private IHeaderDictionary? _seen;

    public AudioBuilderExtensionsTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddCallControl(builder =>
        {
            builder.AddAudio("main");
            builder.AddAudio("second");
        });
        services.Configure<CallrOptions>("second", options => options.MaxAudioDuration = TimeSpan.FromMilliseconds(0.1));
        _services = services.BuildServiceProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _host = builder.Build();
    }

    public async ValueTask InitializeAsync()
    {
        _host.Run(async context =>
        {
            _seen = context.Request.Headers;
            var hops = int.Parse(context.Request.Path.Value!.AsSpan(1), CultureInfo.InvariantCulture);
            if (hops > 0)
            {
                context.Response.Headers.SetCookie = "session=1";
                context.Response.Redirect($"/{hops - 1}");
            }
            else
            {
                await context.Response.Body.WriteAsync(WaveBuilder.Of(8000, 1, 1, 2, 3), context.RequestAborted);
            }
        });
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task AddAudio_FewRedirects_AreFollowedWithoutCredentials(int hops)
    {
        var wav = await GetAsync("main", hops);

        WaveBuilder.Samples(wav).Should().Equal(1, 2, 3);
        _seen!.Keys.Should().NotContain(["Authorization", "Cookie"]);
        _log.All.Should().NotContain(line => line.Contains("t0k3n", StringComparison.Ordinal) || line.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddAudio_ManyRedirects_AreRejected()
    {
        var error = (await FluentActions.Awaiting(() => GetAsync("main", 6)).Should().ThrowAsync<CommandRejectedException>()).Which;

        error.Message.Should().Contain("its host answered 302");
        error.Provider.Should().Be("main");
    }

    [Fact]
    public async Task AddAudio_SecondAccount_HasItsOwnSettings()
    {
        var error = (await FluentActions.Awaiting(() => GetAsync("second", 0)).Should().ThrowAsync<CommandRejectedException>()).Which;

        error.Message.Should().Contain("it is 0 s long (3 samples at 8000 Hz)");
        error.Provider.Should().Be("second");
        _services.GetRequiredKeyedService<AudioFetcher>("main").Should().NotBeSameAs(_services.GetRequiredKeyedService<AudioFetcher>("second"));
    }

    [Fact]
    public async Task AddAudio_HostIsDown_IsUnavailable()
    {
        var url = Address(0);
        await _host.StopAsync(TestContext.Current.CancellationToken);

        var error = (await FluentActions
            .Awaiting(() => AudioHost.Soon(_services.GetRequiredKeyedService<AudioFetcher>("main").GetAsync(url, TestContext.Current.CancellationToken)))
            .Should().ThrowAsync<ProviderUnavailableException>()).Which;

        error.Message.Should().Contain("its host could not be reached (ConnectionError)");
    }

    private Task<byte[]> GetAsync(string account, int hops) =>
        AudioHost.Soon(_services.GetRequiredKeyedService<AudioFetcher>(account).GetAsync(Address(hops), TestContext.Current.CancellationToken));

    private Uri Address(int hops) => new UriBuilder(_host.Urls.Single()) { UserName = "user", Password = "pass", Path = $"/{hops}", Query = "token=t0k3n" }.Uri;

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
