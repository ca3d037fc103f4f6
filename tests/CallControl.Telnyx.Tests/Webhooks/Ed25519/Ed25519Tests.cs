using System.Numerics;

namespace CallControl.Telnyx.Tests;

public sealed class Ed25519Tests
{
    private static readonly Rfc8032Vector Vector = Rfc8032Vector.Named("TEST 3");
    private static readonly byte[] Message = "any message"u8.ToArray();
    private static readonly BigInteger Secret = 987654321;
    private static readonly byte[] Key = NaiveEd25519.Encode(NaiveEd25519.MultiplyBase(Secret));

    public static TheoryData<string> VectorNames => [.. Rfc8032Vector.All.Select(vector => vector.Name)];

    [Fact]
    public void Vectors_InTheFile_AreAllFiveOfTheRfc()
    {
        Rfc8032Vector.All.Select(vector => (vector.Name, vector.Message.Length))
            .Should().Equal(("TEST 1", 0), ("TEST 2", 1), ("TEST 3", 2), ("TEST 1024", 1023), ("TEST SHA(abc)", 64));
    }

    [Theory]
    [MemberData(nameof(VectorNames))]
    public void Verify_OfAVectorOfTheRfc_Accepts(string name)
    {
        var vector = Rfc8032Vector.Named(name);

        Verify(vector.Key, vector.Signature, vector.Message).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(VectorNames))]
    public void NaiveSigner_OfAVectorOfTheRfc_MakesItsKeyAndSignature(string name)
    {
        var vector = Rfc8032Vector.Named(name);

        NaiveEd25519.PublicKey(vector.Seed).Should().Equal(vector.Key);
        NaiveEd25519.Sign(vector.Seed, vector.Message).Should().Equal(vector.Signature);
    }

    [Fact]
    public void Verify_WithTheMessageDividedAnywhere_Accepts()
    {
        var vector = Rfc8032Vector.Named("TEST SHA(abc)");
        var key = CreateKey(vector.Key);

        for (var at = 0; at <= vector.Message.Length; at++)
            Ed25519.Verify(key, vector.Signature, vector.Message.AsSpan(0, at), vector.Message.AsSpan(at)).Should().BeTrue();
    }

    [Fact]
    public void Verify_WithAnyBitOfTheSignatureFlipped_Refuses()
    {
        for (var bit = 0; bit < 8 * Vector.Signature.Length; bit++)
            Verify(Vector.Key, Flip(Vector.Signature, bit), Vector.Message).Should().BeFalse("bit {0} is another", bit);
    }

    [Fact]
    public void Verify_WithAnyBitOfTheMessageFlipped_Refuses()
    {
        for (var bit = 0; bit < 8 * Vector.Message.Length; bit++)
            Verify(Vector.Key, Vector.Signature, Flip(Vector.Message, bit)).Should().BeFalse("bit {0} is another", bit);
    }

    [Fact]
    public void Verify_WithAnyBitOfTheKeyFlipped_Refuses()
    {
        for (var bit = 0; bit < 8 * Vector.Key.Length; bit++)
        {
            var isValid = Ed25519PublicKey.TryCreate(Flip(Vector.Key, bit), out var key, out _) && Ed25519.Verify(key, Vector.Signature, [], Vector.Message);
            isValid.Should().BeFalse("bit {0} is another", bit);
        }
    }

    [Fact]
    public void Verify_WithTheKeyOfAnother_Refuses()
    {
        Verify(Rfc8032Vector.Named("TEST 2").Key, Vector.Signature, Vector.Message).Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(65)]
    [InlineData(128)]
    public void Verify_OfASignatureOfAnotherLength_Refuses(int length)
    {
        byte[] signature = [.. Vector.Signature, .. Vector.Signature];

        Verify(Vector.Key, signature[..length], Vector.Message).Should().BeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(14)]
    public void Verify_WithMultiplesOfLAddedToS_Refuses(int times)
    {
        var s = NaiveEd25519.FromBytes(Vector.Signature.AsSpan(32)) + (times * NaiveEd25519.L);

        Verify(Vector.Key, [.. Vector.Signature[..32], .. NaiveEd25519.ToBytes(s)], Vector.Message).Should().BeFalse();
    }

    [Fact]
    public void Verify_WithRNeutral_AcceptsOnlyItsCanonicalEncoding()
    {
        var canonical = NaiveEd25519.Encode(1, isOdd: false);
        byte[][] others = [NaiveEd25519.Encode(1, isOdd: true), NaiveEd25519.Encode(NaiveEd25519.P + 1, isOdd: false), NaiveEd25519.Encode(NaiveEd25519.P + 1, isOdd: true)];

        Verify(Key, NaiveEd25519.Sign(Secret, Key, 0, canonical, Message), Message).Should().BeTrue();
        others.Should().OnlyContain(r => !Verify(Key, NaiveEd25519.Sign(Secret, Key, 0, r, Message), Message));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Verify_WhereOnlyTheCofactorWouldMakeItRight_Refuses(int small)
    {
        var nonce = new BigInteger(123456789);
        var r = NaiveEd25519.MultiplyBase(nonce);
        var shifted = NaiveEd25519.Encode(NaiveEd25519.Add(r, NaiveEd25519.SmallOrder[small]));

        Verify(Key, NaiveEd25519.Sign(Secret, Key, nonce, NaiveEd25519.Encode(r), Message), Message).Should().BeTrue();
        Verify(Key, NaiveEd25519.Sign(Secret, Key, nonce, shifted, Message), Message).Should().BeFalse();
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000080")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")]
    [InlineData("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")]
    [InlineData("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa")]
    public void TryCreate_OfAKeyOfSmallOrder_Refuses(string hex)
    {
        var bytes = Convert.FromHexString(hex);

        NaiveEd25519.SmallOrder.Should().ContainSingle(point => NaiveEd25519.Encode(point).SequenceEqual(bytes));
        Ed25519PublicKey.TryCreate(bytes, out var key, out var problem).Should().BeFalse();
        key.Should().BeNull();
        problem.Should().Contain("small order");
    }

    [Fact]
    public void TryCreate_OfAnEncodingThatIsNotCanonical_Refuses()
    {
        byte[][] encodings = [.. SignatureCases.OddSmallOrder, .. SignatureCases.OddOther];

        encodings.Should().HaveCount(40);
        foreach (var encoding in encodings)
        {
            Ed25519PublicKey.TryCreate(encoding, out _, out var problem).Should().BeFalse();
            problem.Should().Contain("canonical");
        }
    }

    [Fact]
    public void TryCreate_OfAnyY_FindsThePointsThatThereAre()
    {
        for (var y = 2; y < 200; y++)
        {
            foreach (var isOdd in new[] { false, true })
            {
                var exists = NaiveEd25519.TryFind(y, isOdd, out _);
                Ed25519PublicKey.TryCreate(NaiveEd25519.Encode(y, isOdd), out _, out _).Should().Be(exists, "that is so for y = {0}", y);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void TryCreate_OfAnotherLength_Refuses(int length)
    {
        byte[] bytes = [.. Vector.Key, .. Vector.Key];

        Ed25519PublicKey.TryCreate(bytes.AsSpan(0, length), out _, out var problem).Should().BeFalse();
        problem.Should().Be($"it holds {length} bytes, not 32");
    }

    [Fact]
    public void Verify_AfterTheFirst_AllocatesNothing()
    {
        var key = CreateKey(Vector.Key);
        for (var i = 0; i < 10; i++)
            Ed25519.Verify(key, Vector.Signature, [], Vector.Message);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Ed25519.Verify(key, Vector.Signature, [], Vector.Message);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    private static bool Verify(byte[] key, byte[] signature, byte[] message) => Ed25519.Verify(CreateKey(key), signature, [], message);

    private static Ed25519PublicKey CreateKey(byte[] bytes) =>
        Ed25519PublicKey.TryCreate(bytes, out var key, out var problem) ? key : throw new InvalidOperationException(problem);

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
