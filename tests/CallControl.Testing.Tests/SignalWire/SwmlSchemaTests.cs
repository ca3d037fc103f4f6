using System.Text.Json;

namespace CallControl.Testing.Tests.SignalWire;

/// <summary>What the parameters of methods may be: all that is documented, and no more.</summary>
public sealed class SwmlSchemaTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "SignalWire", "swml");

    public static TheoryData<string> Fixtures => [.. Directory.GetFiles(Folder, "*.json").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Check_OfADocumentedStep_FindsNothing(string file)
    {
        CheckOf(File.ReadAllText(Path.Combine(Folder, file))).Should().BeNull();
    }

    [Fact]
    public void Fixtures_Always_AreThere()
    {
        Fixtures.Count.Should().BeGreaterThan(30);
    }

    [Theory]
    [InlineData("""{"connect":{"to":"+15550100003","from_name":1}}""", "from_name")]
    [InlineData("""{"connect":{"to":"+15550100003","session_timeout":0}}""", "session_timeout")]
    [InlineData("""{"connect":{"to":"+15550100003","custom_parameters":{"a":1}}}""", "custom_parameters.a")]
    [InlineData("""{"connect":{"to":"+15550100003","result":[{"when":1,"then":[]}]}}""", "result.0.when")]
    [InlineData("""{"connect":{"to":"+15550100003","result":{"variable":1,"case":{}}}}""", "result.variable")]
    [InlineData("""{"connect":{"to":"+15550100003","result":"connected"}}""", "result")]
    [InlineData("""{"connect":{"serial":[{"to":"+15550100003","headers":[]}]}}""", "serial.0.headers")]
    [InlineData("""{"connect":{"serial":[{"to":"+15550100003","webrtc_media":true}]}}""", "serial.0.webrtc_media")]
    [InlineData("""{"connect":{"serial":[{"to":"+15550100003","session_timeout":60}]}}""", "serial.0.session_timeout")]
    [InlineData("""{"connect":{"parallel":[{"to":"+15550100003","ringback":["ring:us"]}]}}""", "parallel.0.ringback")]
    [InlineData("""{"connect":{"parallel":[{"to":"+15550100003","result":[]}]}}""", "parallel.0.result")]
    [InlineData("""{"connect":{"parallel":[{"to":"+15550100003","max_duration":60}]}}""", "parallel.0.max_duration")]
    [InlineData("""{"connect":{"serial_parallel":[[{"to":"+15550100003","answer_on_bridge":true}]]}}""", "serial_parallel.0.0.answer_on_bridge")]
    [InlineData("""{"connect":{"serial_parallel":[[{"to":"+15550100003","transfer_after_bridge":"main"}]]}}""", "serial_parallel.0.0.transfer_after_bridge")]
    [InlineData("""{"join_conference":{"name":"a","region":"mars"}}""", "region")]
    [InlineData("""{"join_conference":{"name":"a","status_callback_event":"start,end"}}""", "status_callback_event")]
    [InlineData("""{"join_conference":{"name":"a","status_callback_event_type":"xml"}}""", "status_callback_event_type")]
    [InlineData("""{"join_conference":{"name":"a","recording_status_callback_event":"completed started"}}""", "recording_status_callback_event")]
    [InlineData("""{"join_conference":{"name":"a","recording_status_callback_event_type":"xml"}}""", "recording_status_callback_event_type")]
    [InlineData("""{"join_conference":{"name":"a","stream":{"name":"b"}}}""", "stream.url")]
    [InlineData("""{"stream":{"url":"https://media.example.com"}}""", "url")]
    [InlineData("""{"stream":{"url":"wss://media.example.com?a=1"}}""", "url")]
    [InlineData("""{"stream":{"url":"wss://media.example.com","track":"both"}}""", "track")]
    [InlineData("""{"stop_stream":{"id":"a"}}""", "id")]
    [InlineData("""{"label":1}""", "string")]
    [InlineData("""{"cond":[{"when":true,"then":[]}]}""", "0.when")]
    [InlineData("""{"cond":[{"when":"a","then":"hangup"}]}""", "0.then")]
    [InlineData("""{"cond":["a"]}""", "0")]
    [InlineData("""{"switch":{"variable":"a","case":{"b":"hangup"}}}""", "case.b")]
    [InlineData("""{"unset":[1]}""", "0")]
    [InlineData("""{"set":"a"}""", "object")]
    [InlineData("""{"execute":{"dest":"a","result":{"case":{"b":1}}}}""", "result.case.b")]
    public void Check_OfWhatIsNotDocumented_NamesIt(string step, string problem)
    {
        CheckOf(step).Should().Contain(problem);
    }

    [Theory]
    [InlineData("""{"join_conference":{"name":"a","recording_status_callback_event":"in-progress completed absent"}}""")]
    [InlineData("""{"join_conference":{"name":"a","status_callback_event":"start end join leave mute hold modify speaker announcement"}}""")]
    [InlineData("""{"connect":{"parallel":[{"to":"${vars.next}","from_name":"Shop"}],"session_timeout":1}}""")]
    public void Check_OfSeveralWordsAndVariables_FindsNothing(string step)
    {
        CheckOf(step).Should().BeNull();
    }

    private static string? CheckOf(string text)
    {
        using var json = JsonDocument.Parse(text);
        var name = SwmlStep.NameOf(json.RootElement)!;
        var method = SwmlMethods.Find(name);
        method.Should().NotBeNull("{0} is documented", name);
        return SwmlSchema.Check(name, SwmlStep.ParametersOf(json.RootElement, name, method!));
    }
}
