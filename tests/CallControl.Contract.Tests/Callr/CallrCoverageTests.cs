namespace CallControl.Contract.Tests.Callr;

/// <summary>
/// The completeness of the JSON-RPC client, from the vendor's names as its documentation has them: each method has a line in the shared list, a method of the
/// client, a mapping for each case, and is run with success and failure.
/// </summary>
public sealed class CallrCoverageTests
{
    private const string Hangup = "calls.hangup";

    private static readonly CallrEvidence Evidence = CallrEvidence.Collect();

    private static readonly string[] CallNames = ["calls.broadcast_1", "calls.get_status_1", "calls.hangup", "calls.realtime", "calls.realtime_break"];

    private static readonly string[] AppNames =
    [
        "apps.create", "apps.edit", "apps.get", "apps.get_list", "apps.search", "apps.delete", "apps.assign_did", "apps.remove_did", "apps.get_dids", "apps.get_authorized_clis",
    ];

    private static readonly string[] MediaNames =
    [
        "media/library.create", "media/library.delete", "media/library.get", "media/library.get_list", "media/library.get_phone_id", "media/library.overview", "media/library.search",
        "media/library.set_content", "media/library.set_content_from_file", "media/library.set_content_from_recording", "media/library.set_name", "media/library.set_tags",
        "media/tts.set_content", "media/tts.get_voice_list",
    ];

    private static readonly string[] WebhookNames = ["webhooks.subscribe", "webhooks.get_event_types"];

    // Everything that the vendor's pages name of these services.
    private static readonly string[] Names = [.. CallNames, .. AppNames, .. MediaNames, .. WebhookNames];

    public static TheoryData<string> Methods => [.. Names.Where(name => !CallrMethod.LeftOut.ContainsKey(name))];

    [Fact]
    public void Lists_OfTheVendor_AreWhole()
    {
        Names.Should().OnlyHaveUniqueItems().And.HaveCount(5 + 10 + 14 + 2);
        CallrMethod.All.Select(method => method.Name).Should().OnlyHaveUniqueItems().And.NotIntersectWith(CallrMethod.LeftOut.Keys);
        CallrMethod.All.Select(method => method.Name).Concat(CallrMethod.LeftOut.Keys.Intersect(Names)).Should().BeEquivalentTo(Names);
        CallrMethod.LeftOut.Values.Should().NotContain("", "each is left out for a reason");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfTheVendor_LacksNothing(string method)
    {
        Evidence.GapsOf(method).Should().BeEmpty();
    }

    [Fact]
    public void Client_HasNothingThatTheListDoesNotName()
    {
        Evidence.ClientMethods.Should().BeEquivalentTo(CallrMethod.All.Select(method => method.ClientMethod).Append("InvokeAsync"));
        Evidence.Mappings.Should().BeEquivalentTo(Evidence.Samples);
    }

    [Fact]
    public void GapsOf_OnePieceMissing_NamesIt()
    {
        Evidence.GapsOf("calls.levitate").Should().Equal("calls.levitate: not in rpc.json");
        (Evidence with { ClientMethods = new HashSet<string>() }).GapsOf(Hangup).Should().Equal("calls.hangup: no method HangupCallAsync");
        (Evidence with { Mappings = Without(Evidence.Mappings, "calls.hangup.failed") }).GapsOf(Hangup).Should().Equal("calls.hangup: no mapping calls.hangup.failed");
        (Evidence with { Samples = Without(Evidence.Samples, "calls.hangup.success") }).GapsOf(Hangup).Should().Equal("calls.hangup: not run with calls.hangup.success");
        (Evidence with { FailureRuns = Without(Evidence.FailureRuns, (Hangup, "oops")) }).GapsOf(Hangup).Should().Equal("calls.hangup: not run with failure.oops");
    }

    private static HashSet<T> Without<T>(IReadOnlySet<T> all, T item) => [.. all.Where(each => !Equals(each, item))];
}
