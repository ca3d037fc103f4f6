using System.Text.Json.Nodes;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>The mappings against the list of the vendor's fields, however deep: nothing invented, nothing left out, no value that cannot be.</summary>
public sealed class TelnyxFieldListTests
{
    private static readonly TelnyxFieldList List = new();

    public static TheoryData<string> Mappings => [.. TelnyxMapping.OfOperations];

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Mapping_OfAnOperation_ExpectsWhatTheListHas(string name)
    {
        if (BodyOf(name) is not { } body) return;
        var faults = List.Check(TelnyxMapping.Split(name).Operation, body, new HashSet<string>(StringComparer.Ordinal));

        // A queue or a room in place of the other leg; and a field that the vendor's file has lost.
        faults.Should().BeEquivalentTo(name switch
        {
            "bridge.queue" or "bridge.video-room" => ["bridge:call_control_id is missing"],
            "fork_start.target" => ["fork_start:target is not in the list"],
            _ => Array.Empty<string>(),
        });
    }

    [Fact]
    public void Mappings_Together_ExpectEveryField()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in TelnyxMapping.OfOperations)
        {
            if (BodyOf(name) is { } body) List.Check(TelnyxMapping.Split(name).Operation, body, seen);
        }

        var places = List.Commands.Keys.SelectMany(List.PlacesOf).ToHashSet(StringComparer.Ordinal);

        places.Should().HaveCountGreaterThan(600).And.Contain(["dial:conference_config.mute", "SipHeader:name", "DeepgramNova3Config:keyterms"]);
        places.Except(seen).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"cause":"USER_BUSY","surprise":1}""", "reject:surprise is not in the list")]
    [InlineData("""{"command_id":"1"}""", "reject:cause is missing")]
    [InlineData("""{"cause":"BUSY"}""", "reject:cause is none of the list's words: BUSY")]
    [InlineData("""{"cause":17}""", "reject:cause is no string")]
    public void Check_WrongBody_SaysWhatIsWrong(string body, string fault) =>
        List.Check("reject", JsonNode.Parse(body)!.AsObject(), new HashSet<string>()).Should().Equal(fault);

    [Theory]
    [InlineData("send_dtmf", """{"digits":"1","duration_millis":99}""", "send_dtmf:duration_millis is out of range")]
    [InlineData("send_dtmf", """{"digits":"1","duration_millis":250.5}""", "send_dtmf:duration_millis is no integer")]
    [InlineData("gather", """{"gather_id":""}""", "gather:gather_id is too long or too short")]
    [InlineData("hangup", """{"custom_headers":[{"name":"X-A"}]}""", "CustomSipHeader:value is missing")]
    [InlineData("speak", """{"payload":"a","voice":"b","voice_settings":{"type":"whistle"}}""", "speak:voice_settings is none of the union")]
    [InlineData("speak", """{"payload":"a","voice":"b","voice_settings":{"type":"aws","speed":1}}""", "AWSVoiceSettings:speed is not in the list")]
    [InlineData("transcription_start", """{"transcription_engine_config":{"transcription_engine":"Deepgram","transcription_model":"deepgram/nova-2","keyterms":[]}}""", "DeepgramNova2Config:keyterms is not in the list")]
    public void Check_WrongDeepInside_SaysWhere(string operation, string body, string fault) =>
        List.Check(operation, JsonNode.Parse(body)!.AsObject(), new HashSet<string>()).Should().Equal(fault);

    private static JsonObject? BodyOf(string name) =>
        JsonNode.Parse(TelnyxMapping.Read(name))!["request"]!["bodyPatterns"]![0]!["equalToJson"]?.AsObject();
}
