using CallControl.Media.Buffers;

namespace CallControl.Media.Tests.Buffers;

public sealed class ReorderWindowTests
{
    private readonly ReorderWindow<string> _window = new(4);

    public ReorderWindowTests() => _window.Start(10);

    [Fact]
    public void TryTake_InOrder_GivesWhatIsDue()
    {
        _window.TryAdd(11, "b").Should().BeTrue();
        _window.TryTake(out _, out _).Should().BeFalse();
        _window.TryAdd(10, "a").Should().BeTrue();
        (_window.Held, _window.Holds(10), _window.Holds(11), _window.Holds(12), _window.Holds(9)).Should().Be((2, true, true, false, false));

        Take().Should().Be(("a", 0));
        Take().Should().Be(("b", 0));
        (_window.Next, _window.Held).Should().Be((12, 0));
        _window.TryTake(out _, out _).Should().BeFalse();
    }

    [Fact]
    public void TryAdd_HeldAlready_IsRefused()
    {
        _window.TryAdd(13, "a").Should().BeTrue();
        _window.TryAdd(13, "b").Should().BeFalse();

        _window.TryPeek(13, out var held).Should().BeTrue();
        (held, _window.Held).Should().Be(("a", 1));
        _window.TryPeek(12, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(9)]
    [InlineData(14)]
    public void TryAdd_OutsideTheWindow_Throws(long number) =>
        _window.Invoking(window => window.TryAdd(number, "a")).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void TryPass_DueAndNoneWaits_GoesOnAndSaysWhatIsMissing()
    {
        _window.TryPass(11, out _).Should().BeFalse("10 is due");
        _window.TryPass(10, out var missing).Should().BeTrue();
        (missing, _window.Next, _window.Held).Should().Be((0, 11, 0));

        _window.TryTakeBefore(14, out _, out _);
        _window.TryPass(14, out missing).Should().BeTrue();
        missing.Should().Be(3);

        _window.TryAdd(16, "b");
        _window.TryPass(15, out _).Should().BeFalse("one waits, and must follow");
    }

    [Fact]
    public void TryTakeBefore_Gaps_AreCountedBeforeTheNext()
    {
        _window.TryAdd(11, "b");
        _window.TryAdd(13, "d");

        _window.TryTakeBefore(13, out var item, out var missing).Should().BeTrue();
        (item, missing).Should().Be(("b", 1));
        _window.TryTakeBefore(13, out _, out _).Should().BeFalse();
        _window.Next.Should().Be(13);
        Take().Should().Be(("d", 1));
    }

    [Fact]
    public void TryTakeBefore_FarLimit_GivesUpAllInOneStep()
    {
        _window.TryTakeBefore(1_000_000_000_000, out _, out _).Should().BeFalse();
        _window.TryAdd(1_000_000_000_001, "a").Should().BeTrue();

        _window.TryTakeBefore(long.MaxValue, out var item, out var missing).Should().BeTrue();
        (item, missing).Should().Be(("a", 1_000_000_000_001 - 10));
    }

    [Fact]
    public void TryTakeBefore_NothingWaitsAndNoLimit_GivesNothingUp()
    {
        _window.TryTakeBefore(long.MaxValue, out _, out _).Should().BeFalse();

        _window.Next.Should().Be(10);
    }

    [Fact]
    public void Start_Anew_ForgetsWhatWasMissing()
    {
        _window.TryTakeBefore(12, out _, out _);

        _window.Start(50);
        _window.TryAdd(50, "a");

        Take().Should().Be(("a", 0));
    }

    private (string Item, long Missing) Take()
    {
        _window.TryTake(out var item, out var missing).Should().BeTrue();
        return (item, missing);
    }
}
