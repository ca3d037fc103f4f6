namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayCommandUidTests
{
    private const string Hex = "019a3f0e5b7c7d1e8f2a4b6c8d0e1f23";

    public static TheoryData<string> CommandPaths => SessionCommandCase.Paths;

    [Theory]
    [MemberData(nameof(CommandPaths))]
    public void CommandOf_NewId_IsItsCommand(string command)
    {
        var uid = SessionGatewayCommandUid.New(command);

        uid.Value.Should().MatchRegex("^[a-z_.]+\\.[0-9a-f]{12}7[0-9a-f]{19}$").And.StartWith(command.Replace('/', '.') + ".");
        SessionGatewayCommandUid.CommandOf(uid).Should().Be(command);
        SessionGatewayCommandUid.CommandOf(uid.Value).Should().Be(command);
    }

    [Fact]
    public void New_ManyTimes_NeverRepeats() =>
        Enumerable.Range(0, 1000).Select(_ => SessionGatewayCommandUid.New("answer")).Should().OnlyHaveUniqueItems();

    [Fact]
    public void New_OneAfterTheOther_SortsByTime()
    {
        var before = TimeProvider.System.GetUtcNow();

        var uids = Enumerable.Range(0, 10_000).Select(_ => SessionGatewayCommandUid.New("answer").Value).ToArray();

        uids.Should().BeInAscendingOrder(StringComparer.Ordinal);
        var uuid = Guid.ParseExact(uids[0]["answer.".Length..], "N");
        uuid.Version.Should().Be(7);
        uuid.Variant.Should().BeInRange(8, 11);
        var milliseconds = Convert.ToInt64(uids[0].Substring("answer.".Length, 12), 16);
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).Should().BeCloseTo(before, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void New_InParallel_NeverRepeats() =>
        ParallelEnumerable.Range(0, 100_000).Select(_ => SessionGatewayCommandUid.New("answer")).Should().OnlyHaveUniqueItems();

    [Fact]
    public void New_LongestCommand_FillsTheVendorsLimit()
    {
        SessionGatewayCommandUid.New(new string('a', 95)).Value.Should().HaveLength(128);
        FluentActions.Invoking(() => SessionGatewayCommandUid.New(new string('a', 96))).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("é")]
    public void New_CommandOutsideOfThePattern_Throws(string command) =>
        FluentActions.Invoking(() => SessionGatewayCommandUid.New(command)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData("playback.start." + Hex, "playback/start")]
    [InlineData("play_and_get_digits." + Hex, "play_and_get_digits")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(Hex, null)]
    [InlineData("." + Hex, null)]
    [InlineData("answer", null)]
    [InlineData("answer-" + Hex, null)]
    [InlineData("answer.019A3F0E5B7C7D1E8F2A4B6C8D0E1F23", null)]
    [InlineData("answer.019a3f0e5b7c7d1e8f2a4b6c8d0e1f2", null)]
    [InlineData("answer.0" + Hex, null)]
    [InlineData("playback/start." + Hex, null)]
    [InlineData("shop.checkout." + Hex, null)]
    [InlineData("f47ac10b-58cc-4372-a567-0e02b2c3d479", null)]
    public void CommandOf_AnyText_IsACommandOnlyWhereMadeHere(string? uid, string? command) =>
        SessionGatewayCommandUid.CommandOf(uid).Should().Be(command);

    [Fact]
    public void CommandOf_DefaultId_IsNull() => SessionGatewayCommandUid.CommandOf(default(OperationId)).Should().BeNull();

    [Fact]
    public void CommandUid_OfANewCommand_NamesTheCommand()
    {
        SessionGatewayCommandUid.CommandOf(new StopRecordingCommand().CommandUid).Should().Be(SessionGatewayCommandNames.StopRecording);
        new AnswerCommand().CommandUid.Should().NotBe(new AnswerCommand().CommandUid);
    }
}
