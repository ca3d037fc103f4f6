using System.Globalization;
using System.Net;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Fetches audio from its address and converts it to what the vendor plays as data.</summary>
/// <remarks>
/// Thread-safe. Audio is used again for <see cref="CallrOptions.AudioCacheLifetime"/>, and fetched once however many ask for it at the same time. No credentials are sent,
/// those that stand in an address neither.
/// </remarks>
internal sealed class AudioFetcher : IDisposable
{
    /// <summary>The largest file that is fetched, in bytes: three minutes of 48 kHz stereo.</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024;

    private const int ReadBytes = 32 * 1024;
    private const string Advice = "Play a WAV file that fits, or a file of the account's media library (MediaSource.Library).";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<byte[]>> _downloads = new(StringComparer.Ordinal);
    private readonly AudioCache _cache;
    private readonly string _provider;
    private readonly IHttpClientFactory _clients;
    private readonly Func<CallrOptions> _options;
    private readonly TimeProvider _time;

    /// <summary>Binds a fetcher to one account.</summary>
    /// <param name="provider">The account's name.</param>
    /// <param name="clients">Makes the HTTP clients.</param>
    /// <param name="options">The account's settings, asked for with each download.</param>
    /// <param name="time">For time-outs and the age of audio.</param>
    public AudioFetcher(string provider, IHttpClientFactory clients, Func<CallrOptions> options, TimeProvider time)
    {
        _provider = provider;
        _clients = clients;
        _options = options;
        _time = time;
        _cache = new AudioCache(time);
    }

    /// <summary>The factory's name for the clients that fetch an account's audio.</summary>
    /// <param name="provider">The account's name.</param>
    public static string ClientName(string provider) => $"{CallControlBuilder.TransportName(provider)}.Audio";

    /// <summary>Fetches audio, or finds it.</summary>
    /// <param name="url">Absolute http or https address of a WAV file of at most <see cref="MaxFileBytes"/>.</param>
    /// <param name="cancellationToken">Gives up waiting; the download goes on for others, up to its time-out.</param>
    /// <returns>A RIFF/WAVE file of 16-bit PCM, 8000 Hz, mono. Shared: not to be changed.</returns>
    /// <exception cref="RequestValidationException">The address is not one that can be fetched.</exception>
    /// <exception cref="CommandRejectedException">There is no audio, or none that can be sent as data. Trying again does not help.</exception>
    /// <exception cref="ProviderUnavailableException">
    /// The address's host could not be reached, did not answer in time, or failed. The vendor was sent nothing; trying again may help.
    /// </exception>
    public Task<byte[]> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsHttp())
            throw new RequestValidationException([new Violation("Url", "must be an absolute http or https address", Redaction.Url(url.OriginalString))], _provider);

        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<byte[]>(cancellationToken) : Share(url).WaitAsync(cancellationToken);
    }

    public void Dispose() => _cache.Dispose();

    private Task<byte[]> Share(Uri url)
    {
        var address = url.AbsoluteUri;
        lock (_gate)
        {
            if (_cache.TryGet(address, out var wav))
                return Task.FromResult(wav);

            if (!_downloads.TryGetValue(address, out var download))
            {
                download = Task.Run(() => DownloadAsync(url, address));
                _downloads.Add(address, download);

                // Once all who asked have given up, nobody is left to be told that it failed.
                _ = download.ContinueWith(static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return download;
        }
    }

    private async Task<byte[]> DownloadAsync(Uri url, string address)
    {
        try
        {
            var options = _options();
            var file = await FetchAsync(url, options.CommandTimeout).ConfigureAwait(false);
            if (!WaveConverter.TryConvert(file, AudioFormat.Wav, options.MaxAudioDuration, out var wav, out var problem))
                throw Rejected(url, problem);

            _cache.Put(address, wav, options.AudioCacheLifetime);
            return wav;
        }
        finally
        {
            lock (_gate)
                _downloads.Remove(address);
        }
    }

    private async Task<ReadOnlyMemory<byte>> FetchAsync(Uri url, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience, _time);
        try
        {
            using var client = _clients.CreateClient(ClientName(_provider));
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw Refused(url, response.StatusCode);

            if (response.Content.Headers.ContentLength is > MaxFileBytes and var length)
                throw Rejected(url, string.Create(CultureInfo.InvariantCulture, $"it has {length} bytes, more than {MaxFileBytes}"));

            return await ReadAsync(url, response.Content, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw Unavailable(url, string.Create(CultureInfo.InvariantCulture, $"it did not come within {patience.TotalSeconds} s"), exception);
        }
        catch (HttpRequestException exception)
        {
            throw Unavailable(url, $"its host could not be reached ({exception.HttpRequestError})", exception);
        }
        catch (IOException exception)
        {
            throw Unavailable(url, "its host broke off", exception);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(Uri url, HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            // Grows with what has come, not with what is announced.
            var file = new MemoryStream();
            var part = new byte[ReadBytes];
            while (await stream.ReadAsync(part, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (file.Length + read > MaxFileBytes)
                    throw Rejected(url, string.Create(CultureInfo.InvariantCulture, $"it has more than {MaxFileBytes} bytes"));

                file.Write(part, 0, read);
            }

            return file.GetBuffer().AsMemory(0, (int)file.Length);
        }
    }

    private CallControlException Refused(Uri url, HttpStatusCode status)
    {
        var problem = string.Create(CultureInfo.InvariantCulture, $"its host answered {(int)status}");
        return status is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            ? Unavailable(url, problem, null)
            : Rejected(url, problem);
    }

    private CommandRejectedException Rejected(Uri url, string problem) =>
        new($"The audio at '{Redaction.Url(url.AbsoluteUri)}' cannot be played: {problem}. {Advice}", Context(isTransient: false));

    private ProviderUnavailableException Unavailable(Uri url, string problem, Exception? cause) =>
        new($"The audio at '{Redaction.Url(url.AbsoluteUri)}' cannot be played now: {problem}.", Context(isTransient: true), cause);

    private ErrorContext Context(bool isTransient) => new() { Provider = _provider, Effect = CommandEffect.NotSent, IsTransient = isTransient };
}
