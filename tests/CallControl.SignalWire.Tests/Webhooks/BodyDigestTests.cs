namespace CallControl.SignalWire.Tests;

public sealed class BodyDigestTests
{
    [Fact]
    public void Of_EveryChangeOfABody_IsAnother()
    {
        var body = EventFixture.Read("calling.call.play/error");
        var digests = new HashSet<string>(StringComparer.Ordinal) { BodyDigest.Of(body) };
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            digests.Add(BodyDigest.Of(body)).Should().BeTrue("of bit {0}", bit);
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Of_EveryPrefixOfZeros_IsAnother() =>
        Enumerable.Range(0, 200).Select(length => BodyDigest.Of(new byte[length])).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Of_TwoWordsChanged_IsAnother()
    {
        var random = new Random(7);
        var body = EventFixture.Read("calling.call.state/full");
        var digests = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 20_000; i++)
        {
            body[random.Next(body.Length)]++;
            body[random.Next(body.Length)]--;
            digests.Add(BodyDigest.Of(body) + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(body)));
        }

        digests.Select(pair => pair[..32]).Distinct(StringComparer.Ordinal).Should().HaveCount(digests.Count);
    }

    [Fact]
    public void Of_ABody_IsWhatItWasBefore() => BodyDigest.Of("{\"event_type\":\"calling.call.play\",\"timestamp\":1}"u8).Should().Be("e4119dd2ffcf4c08d325f5de4c28a115");
}
