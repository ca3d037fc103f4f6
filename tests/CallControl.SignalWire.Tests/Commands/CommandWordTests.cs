using System.Reflection;
using System.Text.Json;

namespace CallControl.SignalWire.Tests;

/// <summary>Compares the words that each vocabulary lists with those of the vendor.</summary>
public sealed class CommandWordTests
{
    private static readonly Dictionary<string, Type> Vocabularies = new()
    {
        ["dial status_events"] = typeof(DialStatusEvent),
        ["dial url_method"] = typeof(CallbackMethod),
        ["dial codecs"] = typeof(DialCodec),
        ["update status"] = typeof(CallUpdateStatus),
        ["calling.end reason"] = typeof(EndCommandReason),
        ["calling.ai_message role"] = typeof(AiMessageRole),
        ["calling.ai_sidecar model"] = typeof(AiModel),
        ["calling.ai_sidecar direction"] = typeof(CallerSide),
        ["calling.ai_sidecar customer_role"] = typeof(CallerSide),
        ["calling.ai_sidecar params.speech_engine"] = typeof(LiveSpeechEngine),
        ["calling.play play[].params.gender"] = typeof(VoiceGender),
        ["calling.play direction"] = typeof(MediaDirection),
        ["calling.play gender"] = typeof(VoiceGender),
        ["calling.record record.audio.format"] = typeof(RecordFormat),
        ["calling.record record.audio.direction"] = typeof(MediaDirection),
        ["calling.record.pause behavior"] = typeof(RecordPauseBehavior),
        ["calling.collect speech.engine"] = typeof(CollectSpeechEngine),
        ["calling.detect detect.params.tone"] = typeof(FaxTone),
        ["calling.tap tap.params.direction"] = typeof(MediaDirection),
        ["calling.tap device.params.codec"] = typeof(TapCodec),
        ["calling.stream track"] = typeof(StreamTrack),
        ["calling.stream status_url_method"] = typeof(CallbackMethod),
        ["calling.live_transcribe action.start.direction"] = typeof(CallerSide),
        ["calling.live_transcribe action.start.speech_engine"] = typeof(LiveSpeechEngine),
        ["calling.live_translate action.start.direction"] = typeof(CallerSide),
        ["calling.live_translate action.start.speech_engine"] = typeof(LiveSpeechEngine),
        ["calling.live_translate action.start.filter_from"] = typeof(TranslationFilter),
        ["calling.live_translate action.start.filter_to"] = typeof(TranslationFilter),
        ["calling.live_translate action.inject.direction"] = typeof(CallerSide),
    };

    // A long list that stays text, and the actions that are records of their own.
    private static readonly HashSet<string> Elsewhere =
        ["calling.play play[].params.name", "calling.live_transcribe action", "calling.live_translate action"];

    public static TheoryData<string> Places => [.. Enumerations().Select(place => place.Place).Distinct()];

    [Theory]
    [MemberData(nameof(Places))]
    public void Words_OfEveryEnumeration_AreThoseOfTheVendor(string place)
    {
        // Small letters are told in the vocabulary's comment where the vendor takes both.
        var wanted = Enumerations().Where(each => each.Place == place).SelectMany(each => each.Words).Distinct(StringComparer.OrdinalIgnoreCase);

        Words(Vocabularies[place]).Should().BeEquivalentTo(wanted);
    }

    [Fact]
    public void Places_OfTheVocabularies_AreThoseOfTheList() => Places.Select(row => row.Data).Should().BeEquivalentTo(Vocabularies.Keys);

    [Fact]
    public void Text_OfAWord_IsTheWord()
    {
        StreamTrack.Inbound.ToString().Should().Be("inbound_track");
        new StreamTrack("left").Value.Should().Be("left");
        default(StreamTrack).Value.Should().BeEmpty();
    }

    private static IEnumerable<string> Words(Type vocabulary) =>
        vocabulary.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!.ToString()!);

    private static IEnumerable<(string Place, List<string> Words)> Enumerations() =>
        from command in CommandList.Commands
        from parameter in command.Value.GetProperty("params").EnumerateArray()
        let place = $"{command.Key} {parameter.GetProperty("name").GetString()}"
        where !place.EndsWith("type", StringComparison.Ordinal) && !Elsewhere.Contains(place)
        from words in new[] { "enum", "item_enum", "string_values" }
        where parameter.TryGetProperty(words, out var list) && list[0].ValueKind == JsonValueKind.String
        select (place, parameter.GetProperty(words).EnumerateArray().Select(word => word.GetString()!).ToList());
}
