using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CallControl.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.AspNetCore;

/// <summary>The streams that are expected, by the hash of their token: what is compared says nothing about the token itself.</summary>
internal sealed class MediaStreams(IServiceProvider services, IOptions<MediaStreamsOptions> options, TimeProvider time) : IMediaStreams
{
    private const int TokenBytes = 32;

    private readonly ConcurrentDictionary<string, MediaStreamTicket> _expected = new(StringComparer.Ordinal);

    /// <summary>Whether the endpoints are there.</summary>
    public bool IsMapped { get; set; }

    public MediaStreamTicket Expect(Call call, MediaStreamOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Expect(call.Provider.Name, call.Id, options);
    }

    public MediaStreamTicket Expect(string provider, MediaStreamOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        return Expect(provider, call: null, options);
    }

    /// <summary>The stream that was expected with this token; the token is spent.</summary>
    public MediaStreamTicket? Take(string provider, string? token)
    {
        if (string.IsNullOrEmpty(token) || !_expected.TryGetValue(Hash(token), out var expected))
            return null;

        if (expected.Provider != provider || !_expected.TryRemove(expected.Key, out _))
            return null;

        expected.Connected();
        return expected;
    }

    private MediaStreamTicket Expect(string provider, CallId? call, MediaStreamOptions? wanted)
    {
        var protocol = services.GetKeyedService<MediaStreamProtocol>(provider)
            ?? throw new InvalidOperationException($"The provider '{provider}' is not registered, or has no media streams.");
        if (!IsMapped)
            throw new InvalidOperationException("No media stream can come: call app.MapMediaStream(...).");

        var settings = options.Value;
        var publicUrl = settings.PublicUrl
            ?? throw new InvalidOperationException($"{nameof(MediaStreamsOptions)}.{nameof(settings.PublicUrl)} is not set: the provider '{provider}' must be told where to stream to.");
        wanted ??= new MediaStreamOptions();
        wanted.Validate(protocol);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var url = new Uri($"{publicUrl.AbsoluteUri.TrimEnd('/')}/{provider}/{token}");
        var expected = new MediaStreamTicket(Hash(token), url, provider, call, wanted, settings.ConnectTimeout, time, Forget);
        _expected[expected.Key] = expected;
        expected.Begin();
        return expected;
    }

    private void Forget(MediaStreamTicket expected) => _expected.TryRemove(new KeyValuePair<string, MediaStreamTicket>(expected.Key, expected));

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
