namespace CallControl.Abstractions.Tests;

public sealed class MediaSourceTests
{
    [Fact]
    public void Url_Absolute_IsTaken()
    {
        MediaSource.Url("https://cdn.example.com/a.wav?t=1").Location.AbsoluteUri.Should().Be("https://cdn.example.com/a.wav?t=1");
        MediaSource.Url(new Uri("https://cdn.example.com/a.wav")).Location.Host.Should().Be("cdn.example.com");
    }

    [Fact]
    public void Url_NotAbsolute_IsRefusedWithoutShowingItsToken()
    {
        var thrown = FluentActions.Invoking(() => MediaSource.Url("cdn.example.com/a.wav?token=s3cret")).Should().Throw<ArgumentException>().Which;

        thrown.Message.Should().Contain("cdn.example.com/a.wav").And.NotContain("s3cret");
        FluentActions.Invoking(() => MediaSource.Url(new Uri("a.wav", UriKind.Relative))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.Url((Uri)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => MediaSource.Url("  ")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Speech_Text_IsKept()
    {
        var plain = MediaSource.Speech("Hello", "en-GB", "amy");
        var marked = MediaSource.Ssml("<speak/>");

        plain.Text.Should().Be("Hello");
        plain.IsSsml.Should().BeFalse();
        plain.Language.Should().Be("en-GB");
        plain.Voice.Should().Be("amy");
        marked.IsSsml.Should().BeTrue();
        marked.Language.Should().BeNull();
        FluentActions.Invoking(() => MediaSource.Speech(" ")).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void SilenceAndRingtone_NoLength_AreRefused(int seconds)
    {
        var length = TimeSpan.FromSeconds(seconds);

        FluentActions.Invoking(() => MediaSource.Silence(length)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => MediaSource.Ringtone("fr", length)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void SilenceAndRingtone_WithoutLength_AreOpenEnded()
    {
        MediaSource.Silence().Duration.Should().BeNull();
        MediaSource.Silence(TimeSpan.FromSeconds(2)).Duration.Should().Be(TimeSpan.FromSeconds(2));
        MediaSource.Ringtone("fr").Country.Should().Be("fr");
        MediaSource.Ringtone().Duration.Should().BeNull();
    }

    [Fact]
    public void LibraryAndAudio_Empty_AreRefused()
    {
        MediaSource.Library("welcome").Id.Should().Be("welcome");
        MediaSource.Audio(new byte[] { 1, 2 }, AudioFormat.Wav).Bytes.ToArray().Should().Equal(1, 2);
        FluentActions.Invoking(() => MediaSource.Library("")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => MediaSource.Audio(default, AudioFormat.Wav)).Should().Throw<ArgumentException>();
    }
}
