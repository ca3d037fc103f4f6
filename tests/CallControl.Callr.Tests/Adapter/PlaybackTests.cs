using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>What is played becomes <c>play</c>, <c>play_record</c>, <c>play_wav_data</c> and <c>wait</c>.</summary>
public sealed class PlaybackTests
{
    private static readonly MediaSource Second = MediaSource.Silence(TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, (MediaSource Source, string Command)> Kinds = new()
    {
        ["number"] = (MediaSource.Library("4242"), """play {"media_id":4242}"""),
        ["file"] = (MediaSource.Library("rec-7f3a19c2"), """play_record {"media_file":"rec-7f3a19c2"}"""),
        ["digits too many for a number"] = (MediaSource.Library("99999999999999999999"), """play_record {"media_file":"99999999999999999999"}"""),
        ["speech"] = (MediaSource.Speech("Hello"), """play {"media_id":"TTS|TTS_EN-GB_SERENA|Hello"}"""),
        ["speech in a voice"] = (MediaSource.Speech("Salut", "fr-FR", "TTS_FR-FR_AUDREY"), """play {"media_id":"TTS|TTS_FR-FR_AUDREY|Salut"}"""),
        ["a second"] = (Second, """wait {"wait":1}"""),
        ["half a minute"] = (MediaSource.Silence(TimeSpan.FromSeconds(30)), """wait {"wait":30}"""),
    };

    private static readonly Dictionary<string, (PlaybackRequest Request, string[] Fields)> Wrong = new()
    {
        ["nothing"] = (Play(), ["Sources"]),
        ["a fraction of a second"] = (Play(MediaSource.Silence(TimeSpan.FromMilliseconds(500))), ["Sources[0]"]),
        ["more than seconds"] = (Play(Second, MediaSource.Silence(TimeSpan.FromMilliseconds(1500))), ["Sources[1]"]),
        ["silence without end"] = (Play(MediaSource.Silence()), ["Sources[0]"]),
        ["SSML"] = (Play(MediaSource.Ssml("<speak>Hi</speak>")), ["Sources[0].IsSsml"]),
        ["a separator in the text"] = (Play(MediaSource.Speech("a|b")), ["Sources[0].Text"]),
        ["a separator in the voice"] = (Play(MediaSource.Speech("a", voice: "TTS|X")), ["Sources[0].Voice"]),
        ["a language without a voice"] = (Play(MediaSource.Speech("a", "fr-FR")), ["Sources[0].Language"]),
        ["MP3"] = (Play(MediaSource.Audio(new byte[] { 1 }, AudioFormat.Mp3)), ["Sources[0]"]),
        ["audio that is too long"] = (Play(MediaSource.Audio(new byte[(60 * 8000) + 1], AudioFormat.Mulaw)), ["Sources[0]"]),
        ["no WAV"] = (Play(MediaSource.Audio(new byte[] { 1, 2, 3 }, AudioFormat.Wav)), ["Sources[0]"]),
        ["another scheme"] = (Play(MediaSource.Url("ftp://example.com/a.wav")), ["Sources[0]"]),
        ["without end"] = (Play(Second) with { Repeat = null }, ["Repeat"]),
        ["never"] = (Play(Second) with { Repeat = 0 }, ["Repeat"]),
        ["no deadline"] = (Play(Second) with { Deadline = TimeSpan.Zero }, ["Deadline"]),
        ["properties of two"] = (Play(Second, Second) with { AdditionalProperties = Property("x", 1) }, ["AdditionalProperties"]),
        ["properties of a repetition"] = (Play(Second) with { AdditionalProperties = Property("x", 1), Repeat = 2 }, ["AdditionalProperties"]),
        ["properties of a silence in parts"] = (Play(MediaSource.Silence(TimeSpan.FromSeconds(61))) with { AdditionalProperties = Property("x", 1) }, ["AdditionalProperties"]),
        ["properties of more than can be counted"] = (Play(Second, Second) with { AdditionalProperties = Property("x", 1), Repeat = int.MaxValue }, ["AdditionalProperties"]),
        ["all at once"] = (
            Play(MediaSource.Ssml("<speak>a|b</speak>"), MediaSource.Silence(), MediaSource.Audio(new byte[] { 1 }, AudioFormat.Mp3)) with { Repeat = -1, Deadline = TimeSpan.FromSeconds(-1) },
            ["Sources[0].IsSsml", "Sources[0].Text", "Sources[1]", "Sources[2]", "Repeat", "Deadline"]),
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task StartPlayback_OfOneSource_IsOneCommand(string kind)
    {
        await using var line = Line.Ring();
        var playback = await line.GiveAsync(control => control.StartPlaybackAsync(line.Call, Play(Kinds[kind].Source), Cancelled));

        line.Sent.Should().Be(Kinds[kind].Command);
        playback.Completion.IsCompleted.Should().BeFalse();
        line.Done("0");

        (await playback.Completion.Soon()).Should().Be(OperationOutcome.Completed(new PlaybackResult()));
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
    }

    [Fact]
    public async Task StartPlayback_OfASilenceOfAMinuteAndASecond_IsWaitsOneAfterTheOther()
    {
        await using var line = Line.Ring();
        var starting = line.Vendor.Control.StartPlaybackAsync(line.Call, Play(MediaSource.Silence(TimeSpan.FromSeconds(61))), Cancelled);

        (await line.CarryOutAsync(3)).Should().Equal("""wait {"wait":30}""", """wait {"wait":30}""", """wait {"wait":1}""");

        (await (await starting).Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task StartPlayback_OfAListTwice_IsDoneInOrderAndWithNothingInBetween()
    {
        await using var line = Line.Ring();
        var starting = line.Vendor.Control.StartPlaybackAsync(
            line.Call, Play(MediaSource.Library("1"), MediaSource.Speech("Hello")) with { Repeat = 2, AdditionalProperties = [] }, Cancelled);
        var tones = line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "5" }, Cancelled);

        var commands = await line.CarryOutAsync(4);

        var speech = Kinds["speech"].Command;
        commands.Should().Equal("""play {"media_id":1}""", speech, """play {"media_id":1}""", speech);
        (await (await starting).Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        (await line.CommandAsync()).Should().StartWith("send_dtmf");
        await tones.Soon();
        await line.HangUpAsync();
        (await line.Vendor.Events.OfAsync(line.Call)).OfType<PlaybackEnded>().Should().ContainSingle().Which.Reason.Should().Be(PlaybackReason.Finished);
    }

    [Theory]
    [InlineData("1", "", null)]
    [InlineData("", "MEDIA_NOT_READY", "MEDIA_NOT_READY")]
    public async Task StartPlayback_OfAListThatFails_EndsThere(string result, string error, string? code)
    {
        await using var line = Line.Ring();
        var playback = await line.GiveAsync(control => control.StartPlaybackAsync(line.Call, Play(MediaSource.Library("1"), MediaSource.Library("2")), Cancelled));
        line.Done(result, error);

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be(code);
        line.IsAsking.Should().BeTrue();
        (await line.Vendor.Events.WaitForAsync<PlaybackEnded>()).Should().Match<PlaybackEnded>(ended =>
            ended.Reason == PlaybackReason.Failed && ended.Failure == outcome.Failure && ended.Operation == playback.Id);
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task StartPlayback_OfWhatTheVendorCannotPlay_IsRefusedByTheFieldsNames(string wrong)
    {
        await using var line = Line.Ring();

        (await line.RefusalAsync(control => control.StartPlaybackAsync(line.Call, Wrong[wrong].Request, Cancelled))).Should().BeEquivalentTo(Wrong[wrong].Fields);
    }

    [Fact]
    public async Task StartPlayback_OfSpeechWithoutAnyVoice_IsRefused()
    {
        await using var line = Line.Ring(account => account.DefaultVoice = "");

        (await line.RefusalAsync(control => control.StartPlaybackAsync(line.Call, Play(MediaSource.Speech("Hello")), Cancelled))).Should().Equal("Sources[0].Voice");
    }

    [Fact]
    public async Task StartPlayback_WithProperties_PutsThemAmongTheParameters()
    {
        await using var line = Line.Ring();
        var request = Play(MediaSource.Library("42")) with { AdditionalProperties = new JsonObject { ["media_id"] = 43, ["volume"] = "low" } };

        await line.GiveAsync(control => control.StartPlaybackAsync(line.Call, request, Cancelled));

        line.Sent.Should().Be("""play {"media_id":43,"volume":"low"}""");
    }

    [Fact]
    public async Task StartPlayback_OfAudio_SendsItAsTheVendorWantsIt()
    {
        await using var line = Line.Ring();
        short[] samples = [-1000, 0, 1000, 2000];
        line.Vendor.Audio.File = WaveBuilder.Of(8000, 2, -1000, -1000, 0, 0, 1000, 1000, 2000, 2000);
        MediaSource[] sources =
        [
            MediaSource.Audio(WaveBuilder.Of(8000, 1, samples), AudioFormat.Wav),
            MediaSource.Audio(new byte[] { 0xFF, 0xFF }, AudioFormat.Mulaw),
            MediaSource.Audio(new byte[] { 0xD5 }, AudioFormat.Alaw),
            MediaSource.Url(AudioSite.Address),
        ];
        var starting = line.Vendor.Control.StartPlaybackAsync(line.Call, Play(sources), Cancelled);

        short[][] expected = [samples, [0, 0], [8], samples];
        foreach (var each in expected)
        {
            var answer = await line.NextAsync();
            answer.Command.Should().Be("play_wav_data");
            var wav = Convert.FromBase64String((string)answer.Parameters["audio_data"]!);
            WaveBuilder.Samples(wav).Should().Equal(each);
            wav[20..36].Should().Equal(1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0);
            line.Done("0");
        }

        (await (await starting).Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task StartPlayback_OfAnAddressWithoutAudio_FailsBeforeAnythingIsSent()
    {
        await using var line = Line.Ring();

        var play = () => line.Vendor.Control.StartPlaybackAsync(line.Call, Play(MediaSource.Library("1"), MediaSource.Url(AudioSite.Address)), Cancelled).Soon();

        (await play.Should().ThrowAsync<CommandRejectedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
        line.CheckUntouched();
    }

    private static PlaybackRequest Play(params MediaSource[] sources) => new() { Sources = sources };

    private static JsonObject Property(string name, int value) => new() { [name] = value };
}
