namespace CallControl.Abstractions.Tests;

public sealed class OpenStructTests
{
    public static TheoryData<Func<string, object>, object, string> Kinds => new()
    {
        { value => new HangupCause(value), HangupCause.NoAnswer, "no-answer" },
        { value => new AudioFormat(value), AudioFormat.Wav, "wav" },
        { value => new AudioCodec(value), AudioCodec.AmrWideband, "AMR-WB" },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Equals_LetterCase_DoesNotMatter(Func<string, object> make, object known, string value)
    {
        make(value.ToUpperInvariant()).Should().Be(known);
        make(value.ToLowerInvariant()).Should().Be(known);
        make(value.ToUpperInvariant()).GetHashCode().Should().Be(known.GetHashCode());
        known.ToString().Should().Be(value);
    }

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Constructor_UnknownValue_IsKept(Func<string, object> make, object known, string value)
    {
        var unknown = make("Vendor-New " + value);

        unknown.ToString().Should().Be("Vendor-New " + value);
        unknown.Should().NotBe(known);
        FluentActions.Invoking(() => make(" ")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Default_Value_IsEmptyAndUsable()
    {
        default(HangupCause).Value.Should().BeEmpty();
        default(AudioFormat).Value.Should().BeEmpty();
        default(AudioCodec).Value.Should().BeEmpty();
        default(HangupCause).GetHashCode().Should().Be(default(HangupCause).GetHashCode());
        (default == HangupCause.Unknown).Should().BeFalse();
        (default(HangupCause) != HangupCause.Normal).Should().BeTrue();
    }

    [Fact]
    public void HangupCause_KnownValues_AreAllDifferent()
    {
        HangupCause[] known =
        [
            HangupCause.Normal, HangupCause.Busy, HangupCause.NoAnswer, HangupCause.Rejected, HangupCause.Cancelled,
            HangupCause.Unreachable, HangupCause.Failed, HangupCause.Lost, HangupCause.Unknown,
        ];

        known.Should().OnlyHaveUniqueItems();
    }
}
