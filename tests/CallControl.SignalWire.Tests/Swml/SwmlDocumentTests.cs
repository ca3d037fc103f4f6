using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

public sealed class SwmlDocumentTests
{
    private const string Public = "https://app.example.com/signalwire/swml";

    public static TheoryData<string, SwmlDocument> Documents => new()
    {
        {
            // Bridge to a number.
            """
            {"version":"1.0.0","sections":{"main":[{"connect":{"to":"+15551230000","from":"+15559990000","timeout":30,"answer_on_bridge":true,"status_url":"https://you/connect","call_state_url":"https://you/leg","call_state_events":["ringing","answered","ended"]}},{"hangup":{}}]}}
            """,
            new SwmlDocument(
                new SwmlConnect("+15551230000")
                {
                    From = "+15559990000",
                    TimeoutSeconds = 30,
                    AnswerOnBridge = true,
                    StatusUrl = new Uri("https://you/connect"),
                    CallStateUrl = new Uri("https://you/leg"),
                    CallStateEvents = [SwmlLegState.Ringing, SwmlLegState.Answered, SwmlLegState.Ended],
                },
                new SwmlHangup())
        },
        {
            // To a SIP address.
            """
            {"version":"1.0.0","sections":{"main":[{"connect":{"to":"sip:bob@pbx.example","headers":[{"name":"X-A","value":"b"}],"codecs":"PCMU","username":"u","password":"p","encryption":"mandatory"}}]}}
            """,
            new SwmlDocument(new SwmlConnect("sip:bob@pbx.example")
            {
                Headers = [new SwmlHeader("X-A", "b")],
                Codecs = "PCMU",
                Username = "u",
                Password = "p",
                Encryption = SwmlEncryption.Mandatory,
            })
        },
        {
            // Two live calls in a conference.
            """
            {"version":"1.0.0","sections":{"main":[{"join_conference":{"name":"room-x"}}]}}
            """,
            new SwmlDocument(new SwmlJoinConference("room-x"))
        },
        {
            // Two live calls by a queue: the one that waits, and the one that fetches it.
            """
            {"version":"1.0.0","sections":{"main":[{"enter_queue":{"queue_name":"q","transfer_after_bridge":"https://you/after"}}]}}
            """,
            new SwmlDocument(new SwmlEnterQueue { QueueName = "q", TransferAfterBridge = "https://you/after" })
        },
        {
            """
            {"version":"1.0.0","sections":{"main":[{"connect":{"to":"queue:q","transfer_after_bridge":"https://you/after"}}]}}
            """,
            new SwmlDocument(new SwmlConnect("queue:q") { TransferAfterBridge = "https://you/after" })
        },
        {
            """
            {"version":"1.0.0","sections":{"main":[{"sip_refer":{"to_uri":"sip:x@y","status_url":"https://you/refer","username":"u","password":"p"}}]}}
            """,
            new SwmlDocument(new SwmlSipRefer("sip:x@y") { StatusUrl = new Uri("https://you/refer"), Username = "u", Password = "p" })
        },
        {
            // Audio out, one way.
            """
            {"version":"1.0.0","sections":{"main":[{"tap":{"uri":"rtp://203.0.113.5:5004","direction":"both","codec":"PCMU","rtp_ptime":20,"status_url":"https://you/tap"}}]}}
            """,
            new SwmlDocument(new SwmlTap(new Uri("rtp://203.0.113.5:5004"))
            {
                Direction = SwmlAudioDirection.Both,
                Codec = SwmlTapCodec.Pcmu,
                RtpPtimeMs = 20,
                StatusUrl = new Uri("https://you/tap"),
            })
        },
        {
            // Audio both ways.
            """
            {"version":"1.0.0","sections":{"main":[{"connect":{"to":"stream:wss://host/path","status_url":"https://you/stream","codec":"L16@24000h","realtime":true,"authorization_bearer_token":"t","custom_parameters":{"a":"b"}}}]}}
            """,
            new SwmlDocument(new SwmlConnect("stream:wss://host/path")
            {
                Codec = "L16@24000h",
                Realtime = true,
                AuthorizationBearerToken = "t",
                CustomParameters = new Dictionary<string, string> { ["a"] = "b" },
                StatusUrl = new Uri("https://you/stream"),
            })
        },
        {
            // Answer, and tell that it was.
            """
            {"version":"1.0.0","sections":{"main":[{"answer":{}},{"transfer":{"dest":"https://app.example.com/signalwire/swml/answered"}}]}}
            """,
            new SwmlDocument([new SwmlAnswer(), new SwmlTransfer(Public + "/answered")])
        },
        {
            // Keep the call.
            """
            {"version":"1.0.0","sections":{"main":[{"sleep":-1}]}}
            """,
            new SwmlDocument(SwmlSleep.Forever)
        },
        {
            """
            {"version":"1.0.0","sections":{"main":[{"hangup":{"reason":"decline"}}]}}
            """,
            new SwmlDocument(new SwmlHangup(SwmlHangupReason.Decline))
        },
        {
            // Sections, and a choice by the result.
            """
            {"version":"1.0.0","sections":{"main":[{"connect":{"to":"+15551230000"}},{"switch":{"variable":"connect_result","case":{"connected":[{"hangup":{}}]},"default":[{"transfer":{"dest":"keep"}}]}}],"keep":[{"sleep":-1}]}}
            """,
            new SwmlDocument(
                new SwmlConnect("+15551230000"),
                new SwmlSwitch("connect_result") { Default = [new SwmlTransfer("keep")] }.WithCase("connected", new SwmlHangup()))
                .WithSection("keep", SwmlSleep.Forever)
        },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void ToUtf8Json_OfADocument_IsTheVendorsText(string expected, SwmlDocument document)
    {
        Encoding.UTF8.GetString(document.ToUtf8Json()).Should().Be(expected);
        document.ToJson().Should().Be(expected);
        document.FindViolations().Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void FromJson_OfADocument_IsTheSameDocument(string expected, SwmlDocument document)
    {
        var read = SwmlDocument.FromJson(JsonNode.Parse(expected)!.AsObject());

        read.ToJson().Should().Be(expected);
        read.Main.Select(method => method.GetType()).Should().Equal(document.Main.Select(method => method.GetType()));
    }

    [Theory]
    [InlineData("""{"sections":{"main":["hangup"]}}""")]
    [InlineData("""{"version":"1.0.0","sections":{"main":[{"hangup":null}]}}""")]
    [InlineData("""{"version":"2.0.0","sections":{"main":[{"ai":{"prompt":{"text":"a"}}},{"live_transcribe":{"action":"stop"}}],"main2":[]},"other":{"a":[null,1.50]}}""")]
    [InlineData("""{"version":2,"sections":{}}""")]
    [InlineData("""{"version":null,"sections":{"a b":[{"sleep":{"duration":5}},{"sleep":"${vars.ms}"},{"unset":["one"]},{"unset":{"vars":"a"}}]}}""")]
    [InlineData("""{"sections":{"main":[{"connect":{"to":"+15551230000","timeout":"${vars.t}"}},{"connect":{"to":null}},{"connect":5}]}}""")]
    [InlineData("""{"sections":{"main":[{"answer":{"max_duration":60,"new_member":{"a":1}}},{"record":{"new_member":null}}]}}""")]
    [InlineData("""{"sections":{"main":[{"switch":{"variable":"x","case":{"1":[{"nobody_knows":{}}]},"transform":"lowercase"}},{"switch":{"variable":"x"}}]}}""")]
    [InlineData("""{"sections":{"main":[{"switch":{"variable":"x","case":{"1":[5]}}},{"cond":[{"when":"a","then":[{"a":1,"b":2}]}]},{"cond":null},{"set":5},{"label":7}]}}""")]
    [InlineData("""{"sections":{"main":[{"connect":{"to":"a","result":5}},{"connect":{"to":"a","confirm":["play"]}},{"join_conference":{"name":"a","status_callback_event":"start  end"}}]}}""")]
    [InlineData("""{"sections":{"main":[{"transfer":[{"dest":"https://app.example.com/"}]},{"play":{"url":5}},{"play":{}},{"request":{"url":"","method":"GET","body":"text"}}]}}""")]
    public void FromJson_OfWhatNobodyKnows_KeepsItAll(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();

        var written = SwmlDocument.FromJson(json).ToJsonObject();

        JsonNode.DeepEquals(written, json).Should().BeTrue("{0} should be {1}", written.ToJsonString(), text);
    }

    [Fact]
    public void FromJson_OfAnUnknownMember_KeepsTheRecord()
    {
        var document = Read("""{"sections":{"main":[{"answer":{"max_duration":60,"new_member":{"a":1}}}]}}""");

        var answer = document.Main[0].Should().BeOfType<SwmlAnswer>().Which;
        answer.MaxDurationSeconds.Should().Be(60);
        answer.AdditionalProperties!["new_member"]!["a"]!.GetValue<int>().Should().Be(1);
        document.Version.Should().BeNull();
    }

    [Fact]
    public void FromJson_OfAnUnknownMethod_IsRaw()
    {
        var document = Read("""{"sections":{"main":[{"ai":{"prompt":"a"}},"answer"]}}""");

        var ai = document.Main[0].Should().BeOfType<SwmlRaw>().Which;
        ai.Name.Should().Be("ai");
        ai.IsNameOnly.Should().BeFalse();
        ai.Parameters!["prompt"]!.GetValue<string>().Should().Be("a");
        document.Main[1].Should().BeOfType<SwmlRaw>().Which.IsNameOnly.Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"connect":{"to":"/private/bob","confirm":"https://host:99999/a"}}""")]
    [InlineData("""{"connect":{"to":"/private/bob","confirm":"https://"}}""")]
    public void FromJson_OfAnAddressThatIsNone_IsRaw(string step)
    {
        var document = Read($$$"""{"version":"1.0.0","sections":{"main":[{{{step}}}]}}""");

        document.Main.Should().ContainSingle().Which.Should().BeOfType<SwmlRaw>();
        document.ToJsonObject()["sections"]!["main"]![0]!.ToJsonString().Should().Be(step);
    }

    [Fact]
    public void FromJson_ChangedAfterwards_DoesNotChangeTheDocument()
    {
        var json = JsonNode.Parse("""{"sections":{"main":[{"ai":{"a":1}}]}}""")!.AsObject();
        var document = SwmlDocument.FromJson(json);

        json["sections"]!["main"]!.AsArray().Clear();
        document.ToJsonObject()["sections"]!["main"]![0]!["ai"]!["a"] = 2;

        document.ToJson().Should().Be("""{"sections":{"main":[{"ai":{"a":1}}]}}""");
    }

    [Theory]
    [InlineData("""{}""", "A SWML document must have the member sections.")]
    [InlineData("""{"sections":[]}""", "The member sections must be an object.")]
    [InlineData("""{"sections":{"main":{}}}""", "The section main must be a list of steps.")]
    [InlineData("""{"sections":{"main":[{"hangup":{}},{}]}}""", "main[1] must be a method's name, or an object with one member, the method.")]
    [InlineData("""{"sections":{"main":[{"a":1,"b":2}]}}""", "main[0] must be a method's name, or an object with one member, the method.")]
    [InlineData("""{"sections":{"main":[null]}}""", "main[0] must be a method's name, or an object with one member, the method.")]
    public void FromJson_OfNoDocument_SaysWhatIsWrong(string text, string expected) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<JsonException>().WithMessage(expected);

    [Theory]
    [InlineData("""{"sections":{"main":["\ud800"]}}""")]
    [InlineData("""{"sections":{"main":[{"label":"\ud800"}]}}""")]
    [InlineData("""{"sections":{"main":[{"answer":{"codecs":"\ud800"}}]}}""")]
    public void FromJson_OfHalfACharacter_IsRefused(string text) => FluentActions.Invoking(() => Read(text)).Should().Throw<JsonException>();

    [Fact]
    public void Deserialize_OfNoObject_IsRefused() =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<SwmlDocument>("[]")).Should().Throw<JsonException>().WithMessage("A SWML document must be an object.");

    [Fact]
    public void Serialize_WithinAnotherObject_IsTheDocument()
    {
        var written = JsonSerializer.Serialize(new Dictionary<string, SwmlDocument> { ["swml"] = new(new SwmlHangup()) });

        written.Should().Be("""{"swml":{"version":"1.0.0","sections":{"main":[{"hangup":{}}]}}}""");
        JsonSerializer.Deserialize<Dictionary<string, SwmlDocument>>(written)!["swml"].Main[0].Should().BeOfType<SwmlHangup>();
    }

    [Fact]
    public void WithSection_OfAName_LeavesTheFirstDocument()
    {
        var first = new SwmlDocument(new SwmlHangup());

        var second = first.WithSection("a", new SwmlAnswer()).WithSection("main", SwmlSleep.Forever);

        first.Sections.Keys.Should().Equal("main");
        second.ToJson().Should().Be("""{"version":"1.0.0","sections":{"main":[{"sleep":-1}],"a":[{"answer":{}}]}}""");
    }

    [Fact]
    public void Main_ChangedList_DoesNotChangeTheDocument()
    {
        var steps = new List<SwmlMethod> { new SwmlHangup() };
        var document = new SwmlDocument(steps);

        steps.Clear();

        document.Main.Should().ContainSingle();
    }

    [Fact]
    public void ToJson_OfADocumentInADocument_CanBeReadAgain()
    {
        var inner = new SwmlDocument(new SwmlPlay(SwmlSound.Say("\"Hello\" + ü")));

        var outer = new SwmlDocument(new SwmlTransfer(inner.ToJson()));

        var dest = JsonNode.Parse(outer.ToUtf8Json())!["sections"]!["main"]![0]!["transfer"]!["dest"]!.GetValue<string>();
        dest.Should().Be("""{"version":"1.0.0","sections":{"main":[{"play":{"url":"say:\"Hello\" + ü"}}]}}""");
    }

    private static SwmlDocument Read(string text) => SwmlDocument.FromJson(JsonNode.Parse(text)!.AsObject());
}
