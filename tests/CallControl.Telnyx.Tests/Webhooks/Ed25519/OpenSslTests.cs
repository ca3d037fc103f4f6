namespace CallControl.Telnyx.Tests;

/// <summary>Twelve thousand signatures, good, damaged and hostile, against what OpenSSL says of them.</summary>
public sealed class OpenSslTests
{
    private const string UpdateSwitch = "UPDATE_APPROVED";

    // What must come of a kind whatever the implementation; null where it depends on the hash.
    private static readonly Dictionary<SignatureKind, bool?> Certain = new()
    {
        [SignatureKind.Valid] = true,
        [SignatureKind.MixedOrderKey] = null,
        [SignatureKind.MixedOrderKeyAndR] = null,
        [SignatureKind.SmallOrderKey] = null,
        [SignatureKind.OddSmallOrderKey] = null,
        [SignatureKind.SmallOrderR] = null,
        [SignatureKind.SameBytes] = null,
    };

    [Fact]
    public void Verify_OfEveryCase_AnswersAsOpenSslDid()
    {
        var recorded = OpenSslAnswers.Read();
        SignatureCases.Digest().Should().Be(recorded.Cases, "the answers must be to these cases");

        var wrong = SignatureCases.All.Zip(recorded.Answers)
            .GroupBy(each => Convert.ToHexString(each.First.Key))
            .AsParallel()
            .SelectMany(ofKey => Wrong(Convert.FromHexString(ofKey.Key), ofKey));

        wrong.Should().BeEmpty();

        // Keys that are refused have no answer here: OpenSSL takes them.
        static IEnumerable<SignatureKind> Wrong(byte[] bytes, IEnumerable<(SignatureCase Case, bool Answer)> cases) =>
            Ed25519PublicKey.TryCreate(bytes, out var key, out _)
                ? cases.Where(each => Ed25519.Verify(key, each.Case.Signature, each.Case.Head, each.Case.Body) != each.Answer).Select(each => each.Case.Kind)
                : [];
    }

    [Fact]
    public void TryCreate_OfTheKeyOfEveryCase_RefusesOnlyWhatIsNotGood()
    {
        var wrong = SignatureCases.All
            .Select(each => Convert.ToHexString(each.Key))
            .Distinct()
            .AsParallel()
            .Where(key => Ed25519PublicKey.TryCreate(Convert.FromHexString(key), out _, out _) != NaiveEd25519.IsGoodKey(Convert.FromHexString(key)));

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Answers_OfEveryKind_AreWhatTheKindImplies()
    {
        var answers = SignatureCases.All.Zip(OpenSslAnswers.Read().Answers).ToLookup(each => each.First.Kind, each => each.Second);

        answers.Should().HaveCount(Enum.GetValues<SignatureKind>().Length);
        foreach (var kind in answers)
        {
            bool[] expected = Certain.GetValueOrDefault(kind.Key, false) is { } answer ? [answer] : [false, true];
            kind.Distinct().Order().Should().Equal(expected, "that is so for {0}", kind.Key);
        }
    }

    /// <summary>With <c>UPDATE_APPROVED=1</c> in the environment the file is written first.</summary>
    [Fact]
    public void Answers_InTheFile_AreThoseOfTheOpenSslHere()
    {
        Assert.SkipUnless(LibCrypto.IsHere, "No libcrypto of OpenSSL was found here; the cases are checked against the answers in the file only.");
        var live = OpenSslAnswers.Ask();
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
            live.Write();

        var recorded = OpenSslAnswers.Read();
        recorded.Cases.Should().Be(live.Cases);
        recorded.Answers.Should().Equal(live.Answers);
    }
}
