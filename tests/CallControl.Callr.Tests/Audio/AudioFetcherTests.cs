using System.Net;

namespace CallControl.Callr.Tests;

public sealed class AudioFetcherTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly AudioHost _host = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task GetAsync_WavOfAnotherKind_IsFetchedByTheAccountsClientAndConverted()
    {
        _host.Answer = (_, _) => Task.FromResult(AudioHost.File(WaveBuilder.Of(48_000, 2, new short[9600])));

        var wav = await _host.GetAsync();

        wav.Should().Equal(WaveBuilder.Of(8000, 1, new short[800]));
        _host.Requests.Should().Equal(AudioHost.Url);
        _host.ClientNames.Should().Equal("CallControl.callr-1.Audio");
        _host.Time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task GetAsync_AgainWithinTheLifetime_DoesNotAskAgain()
    {
        var first = await _host.GetAsync();
        _host.Time.Advance(_host.Options.AudioCacheLifetime - Moment);

        (await _host.GetAsync()).Should().BeSameAs(first);
        _host.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_AfterTheLifetime_FetchesWhatThereIsNow()
    {
        await _host.GetAsync();
        _host.Time.Advance(_host.Options.AudioCacheLifetime);
        _host.Answer = (_, _) => Task.FromResult(AudioHost.File(WaveBuilder.Of(8000, 1, 7)));

        WaveBuilder.Samples(await _host.GetAsync()).Should().Equal(7);
        _host.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_LifetimeZero_FetchesEachTime()
    {
        _host.Options.AudioCacheLifetime = TimeSpan.Zero;

        await _host.GetAsync();
        await _host.GetAsync();

        _host.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task GetAsync_OtherAddresses_AreKeptApart()
    {
        _host.Answer = (url, _) => Task.FromResult(AudioHost.File(WaveBuilder.Of(8000, 1, (short)url.PathAndQuery.Length)));
        Uri[] urls = [new("https://cdn.example.com/a"), new("https://cdn.example.com/A?token=1"), new("https://cdn.example.com/a?token=12")];

        foreach (var url in urls.Concat(urls))
            WaveBuilder.Samples(await _host.GetAsync(url)).Should().Equal((short)url.PathAndQuery.Length);

        _host.Requests.Should().Equal(urls);
    }

    [Fact]
    public async Task GetAsync_ManyAtOnce_ShareOneDownload()
    {
        var file = new TaskCompletionSource<HttpResponseMessage>();
        _host.Answer = (_, _) => file.Task;
        var waiting = Enumerable.Range(0, 20).Select(_ => _host.GetAsync()).ToArray();

        file.SetResult(AudioHost.File(WaveBuilder.Of(8000, 1, 5)));

        (await Task.WhenAll(waiting)).Should().OnlyContain(wav => ReferenceEquals(wav, waiting[0].Result));
        _host.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_OneGivesUp_TheOthersAreServed()
    {
        var file = new TaskCompletionSource<HttpResponseMessage>();
        _host.Answer = (_, _) => file.Task;
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var first = _host.GetAsync(impatient.Token);
        var second = _host.GetAsync();

        await impatient.CancelAsync();

        (await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(impatient.Token);
        file.SetResult(AudioHost.File(WaveBuilder.Of(8000, 1, 5)));
        WaveBuilder.Samples(await second).Should().Equal(5);
        _host.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_AllGiveUp_TheNextOneFindsTheDownload()
    {
        var file = new TaskCompletionSource<HttpResponseMessage>();
        _host.Answer = (_, _) => file.Task;
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var first = _host.GetAsync(impatient.Token);
        await impatient.CancelAsync();
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<OperationCanceledException>();

        var second = _host.GetAsync();
        file.SetResult(AudioHost.File(WaveBuilder.Of(8000, 1, 5)));

        WaveBuilder.Samples(await second).Should().Equal(5);
        _host.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetAsync_GivenUpBefore_AsksNobody()
    {
        await FluentActions.Awaiting(() => _host.GetAsync(new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        _host.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetAsync_Fails_AllAreToldAndTheNextOneTriesAgain()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _host.Answer = (_, _) => answer.Task;
        Task<byte[]>[] waiting = [_host.GetAsync(), _host.GetAsync()];
        answer.SetResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        foreach (var task in waiting)
            await FluentActions.Awaiting(() => task).Should().ThrowAsync<CommandRejectedException>();

        _host.Answer = (_, _) => Task.FromResult(AudioHost.File(WaveBuilder.Of(8000, 1, 5)));

        WaveBuilder.Samples(await _host.GetAsync()).Should().Equal(5);
        _host.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task GetAsync_HostRefuses_IsRejectedWithAdvice(int status)
    {
        _host.Answer = (_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status));

        var error = await RejectedAsync(new Uri("https://user:pass@cdn.example.com/menu.wav?token=t0k3n#part"));

        error.Message.Should().Be(
            $"The audio at 'https://cdn.example.com/menu.wav' cannot be played: its host answered {status}. "
            + "Play a WAV file that fits, or a file of the account's media library (MediaSource.Library).");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task GetAsync_HostFails_IsUnavailableForNow(int status)
    {
        _host.Answer = (_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status));

        var error = await UnavailableAsync(new Uri("https://cdn.example.com/menu.wav?token=t0k3n"));

        error.Message.Should().Be($"The audio at 'https://cdn.example.com/menu.wav' cannot be played now: its host answered {status}.");
    }

    [Fact]
    public async Task GetAsync_HostCannotBeReached_IsUnavailableForNow()
    {
        var cause = new HttpRequestException(HttpRequestError.NameResolutionError);
        _host.Answer = (_, _) => throw cause;

        var error = await UnavailableAsync();

        error.Message.Should().EndWith("cannot be played now: its host could not be reached (NameResolutionError).");
        error.InnerException.Should().BeSameAs(cause);
    }

    [Fact]
    public async Task GetAsync_HostBreaksOff_IsUnavailableForNow()
    {
        _host.Answer = (_, _) => Task.FromResult(Streamed(new BrokenStream(64 * 1024, new HttpIOException(HttpRequestError.ResponseEnded))));

        (await UnavailableAsync()).Message.Should().EndWith("cannot be played now: its host broke off.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GetAsync_HostIsSilent_IsUnavailableAfterTheTimeout(bool duringTheBody)
    {
        _host.Answer = async (_, cancelled) =>
        {
            if (duringTheBody)
                return Streamed(new BrokenStream(64 * 1024, null));

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancelled);
            throw new InvalidOperationException("Waited for ever.");
        };
        var waiting = _host.GetAsync();
        await AudioHost.Soon(_host.Time.WaitForTimersAsync(1, Cancelled));
        _host.Time.Advance(_host.Options.CommandTimeout - Moment);
        waiting.IsCompleted.Should().BeFalse();

        _host.Time.Advance(Moment);

        var error = (await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<ProviderUnavailableException>()).Which;
        error.Message.Should().EndWith("cannot be played now: it did not come within 10 s.");
        (error.Effect, error.IsTransient).Should().Be((CommandEffect.NotSent, true));
    }

    [Fact]
    public async Task GetAsync_NoWav_IsRejectedWithTheReason()
    {
        _host.Answer = (_, _) => Task.FromResult(AudioHost.File([.. "ID3 and so on"u8]));

        (await RejectedAsync()).Message.Should().Contain("cannot be played: it is not a RIFF/WAVE file. Play a WAV file");
    }

    [Fact]
    public async Task GetAsync_TooLong_IsRejectedWithTheLimit()
    {
        _host.Options.MaxAudioDuration = TimeSpan.FromSeconds(2);
        _host.Answer = (_, _) => Task.FromResult(AudioHost.File(WaveBuilder.Of(8000, 1, new short[20_000])));

        (await RejectedAsync()).Message.Should().Contain("it is 2.5 s long (20000 samples at 8000 Hz); at most 2 s are sent as data.");
    }

    [Fact]
    public async Task GetAsync_AnnouncedTooLarge_IsRejectedWithoutReading()
    {
        var body = new BrokenStream(0, new InvalidOperationException("Was read."));
        _host.Answer = (_, _) =>
        {
            var response = Streamed(body);
            response.Content.Headers.ContentLength = AudioFetcher.MaxFileBytes + 1L;
            return Task.FromResult(response);
        };

        (await RejectedAsync()).Message.Should().Contain("it has 33554433 bytes, more than 33554432.");
    }

    [Fact]
    public async Task GetAsync_WithoutEnd_IsRejectedAtTheLimit()
    {
        var body = new BrokenStream(long.MaxValue, null);
        _host.Answer = (_, _) => Task.FromResult(Streamed(body));

        (await RejectedAsync()).Message.Should().Contain("it has more than 33554432 bytes.");
        body.Position.Should().BeLessThan(AudioFetcher.MaxFileBytes + (64 * 1024));
    }

    [Fact]
    public async Task GetAsync_AsLargeAsAllowed_IsRead()
    {
        var file = new byte[AudioFetcher.MaxFileBytes];
        var wave = new WaveBuilder().Data(WaveBuilder.Bytes(9)).Format(WaveBuilder.Pcm, 1, 8000, 16).Build();
        wave.CopyTo(file, 0);
        _host.Answer = (_, _) => Task.FromResult(AudioHost.File(file));

        WaveBuilder.Samples(await _host.GetAsync()).Should().Equal(9);
    }

    [Theory]
    [InlineData("ftp://cdn.example.com/menu.wav?token=t0k3n")]
    [InlineData("file:///etc/menu.wav")]
    [InlineData("menu.wav")]
    public async Task GetAsync_NotAnHttpAddress_IsAViolation(string url)
    {
        var error = (await FluentActions.Awaiting(() => _host.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute))).Should().ThrowAsync<RequestValidationException>()).Which;

        error.Message.Should().Contain("Url must be an absolute http or https address").And.NotContain("t0k3n");
        error.Provider.Should().Be(AudioHost.Provider);
        _host.Requests.Should().BeEmpty();
    }

    private async Task<CommandRejectedException> RejectedAsync(Uri? url = null)
    {
        var error = (await FluentActions.Awaiting(() => _host.GetAsync(url)).Should().ThrowAsync<CommandRejectedException>()).Which;
        (error.Provider, error.Effect, error.IsTransient, error.Error).Should().Be((AudioHost.Provider, CommandEffect.NotSent, false, null));
        return error;
    }

    private async Task<ProviderUnavailableException> UnavailableAsync(Uri? url = null)
    {
        var error = (await FluentActions.Awaiting(() => _host.GetAsync(url)).Should().ThrowAsync<ProviderUnavailableException>()).Which;
        (error.Provider, error.Effect, error.IsTransient, error.Error).Should().Be((AudioHost.Provider, CommandEffect.NotSent, true, null));
        return error;
    }

    private static HttpResponseMessage Streamed(Stream body) => new(HttpStatusCode.OK) { Content = new StreamContent(body) };

    /// <summary>Zeros up to a length, then a failure, or nothing for ever.</summary>
    private sealed class BrokenStream(long length, Exception? failure) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read >= length)
            {
                if (failure is not null)
                    throw failure;

                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            var count = (int)Math.Min(buffer.Length, length - _read);
            buffer.Span[..count].Clear();
            _read += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
