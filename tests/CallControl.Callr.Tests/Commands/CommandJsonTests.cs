using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

public sealed class CommandJsonTests
{
    public static TheoryData<string> Files => [.. CommandList.Responses];

    public static TheoryData<string> Commands => [.. CommandList.Commands.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void ToUtf8Json_OfEveryFile_IsWhatTheVendorTakes(string file) =>
        Encoding.UTF8.GetString(CommandSamples.Response(file).ToUtf8Json()).Should().Be(CommandList.Response(file));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Response_OfEachCommand_HasEveryMemberOfTheList(string command) =>
        ParametersIn(command + ".json").Select(member => member.Key).Should().Equal(CommandList.ParametersOf(command).Select(parameter => (string)parameter["name"]!));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Response_OfTheDefaults_HasThoseOfTheList(string command)
    {
        var file = CommandList.Responses.FirstOrDefault(name => name == command + ".defaults.json");
        var optional = CommandList.ParametersOf(command).Where(parameter => !parameter.ContainsKey("required")).ToList();
        (file is null).Should().Be(optional.Count == 0);
        foreach (var parameter in optional)
        {
            var members = ParametersIn(file!);
            var name = (string)parameter["name"]!;
            members.ContainsKey(name).Should().Be(!parameter.ContainsKey("left_out"));
            JsonNode.DeepEquals(members[name], parameter["default"]).Should().BeTrue("of {0}", name);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void AdditionalProperties_OfEachCommand_AreAddedAndReplace(string command)
    {
        var known = CommandList.ParametersOf(command).Select(parameter => (string)parameter["name"]!).FirstOrDefault() ?? "other";
        var additional = new JsonObject { [known] = "mine", ["new"] = new JsonArray(1, null) };
        var response = CommandSamples.Response(command + ".json");

        var body = JsonNode.Parse((response with { Command = response.Command with { AdditionalProperties = additional } }).ToUtf8Json())!;

        var expected = JsonNode.Parse(CommandList.Response(command + ".json"))!;
        expected["params"]![known] = "mine";
        expected["params"]!["new"] = new JsonArray(1, null);
        JsonNode.DeepEquals(body, expected).Should().BeTrue("{0}", body.ToJsonString());
        additional.Should().HaveCount(2);
    }

    [Fact]
    public void ToUtf8Json_WithoutVariables_HasAnEmptyObject() =>
        Encoding.UTF8.GetString(new RealTimeResponse { Command = new HangupCommand(), CommandId = long.MaxValue }.ToUtf8Json()).Should()
            .Be("""{"command":"hangup","command_id":9223372036854775807,"params":{},"variables":{}}""");

    [Fact]
    public void ToUtf8Json_OfTheSampleOfTheReference_IsTheSame()
    {
        var response = new RealTimeResponse
        {
            Command = new ReadCommand
            {
                Media = CallrMedia.Speech("TTS_FR-FR_AUDREY", "Bonjour, appuyez sur étoile"),
                MaxDigits = 1,
                Attempts = 1,
                TimeoutMilliseconds = 4_000,
            },
            CommandId = 1,
        };

        var sample = JsonNode.Parse("""
            {
              "command": "read", "command_id": 1,
              "params": {"media_id": "TTS|TTS_FR-FR_AUDREY|Bonjour, appuyez sur \u00e9toile", "max_digits": 1, "attempts": 1, "timeout_ms": 4000},
              "variables": {}
            }
            """);
        JsonNode.DeepEquals(JsonNode.Parse(response.ToUtf8Json()), sample).Should().BeTrue();
    }

    [Fact]
    public void ToUtf8Json_OfHalfASurrogate_IsStillText()
    {
        var response = new RealTimeResponse { Command = new PlayCommand { Media = CallrMedia.Speech("V", "a\ud83d") }, CommandId = 1 };

        ((string?)JsonNode.Parse(response.ToUtf8Json())!["params"]!["media_id"]).Should().Be("TTS|V|a\ufffd");
    }

    [Fact]
    public void Text_OfCommandsAndParts_HasNothingThatIsInThem()
    {
        foreach (var command in CommandSamples.All.Values)
            command.ToString().Should().Be(command.GetType().Name);

        CommandSamples.Response("dialout.json").ToString().Should().Be("RealTimeResponse { Command = DialoutCommand, CommandId = 1 }");
        new CallrTarget { Number = "+33639980001" }.ToString().Should().Be("CallrTarget");
    }

    private static JsonObject ParametersIn(string file) => JsonNode.Parse(CommandList.Response(file))!["params"]!.AsObject();
}
