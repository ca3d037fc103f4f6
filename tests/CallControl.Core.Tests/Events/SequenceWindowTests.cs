using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Core.Tests;

public sealed class SequenceWindowTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly Queue<CallEvent> _ready = new();

    [Fact]
    public void Offer_AnyOrderWithinTheCapacity_ComesOutInOrder()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var window = Window(capacity: 64);
            var numbers = Enumerable.Range(1, 64).Select(number => (long)number).ToArray();
            random.Shuffle(numbers);
            var missing = numbers.Sum(number => window.Offer(Event(number), _ready));

            missing.Should().Be(0);
            window.Remaining.Should().BeNull();
            Numbers().Should().BeInAscendingOrder().And.HaveCount(64);
        }
    }

    [Fact]
    public void Offer_NumbersAtTheEdge_NeverOverflow()
    {
        var window = Window(capacity: 1);
        long[] numbers = [long.MaxValue, 5, long.MaxValue, long.MinValue, 0, -1, long.MaxValue - 1, 7];

        var missing = numbers.Select(number => window.Offer(Event(number), _ready)).ToArray();

        missing.Should().OnlyContain(count => count >= 0);
        _time.Advance(TimeSpan.FromSeconds(1));
        window.GiveUp(_ready).Should().BeGreaterThanOrEqualTo(0);
        Numbers().Should().BeEquivalentTo(numbers);
        window.Remaining.Should().BeNull();
    }

    [Fact]
    public void Offer_SameNumberTwice_KeepsBoth()
    {
        var window = Window(capacity: 8);
        window.Offer(Event(2), _ready);
        window.Offer(Event(2), _ready);
        window.Offer(Event(1), _ready);

        Numbers().Should().Equal(2, 1, 2);
    }

    [Fact]
    public void GiveUp_SomeHaveWaitedLongEnough_YieldsThoseAndEarlierOnes()
    {
        var window = Window(capacity: 8);
        window.Offer(Event(5), _ready);
        _time.Advance(TimeSpan.FromMilliseconds(600));
        window.Offer(Event(3), _ready);
        window.Offer(Event(8), _ready);
        window.Remaining.Should().Be(TimeSpan.FromMilliseconds(400));
        window.GiveUp(_ready).Should().Be(0);

        _time.Advance(TimeSpan.FromMilliseconds(400));

        window.GiveUp(_ready).Should().Be(3);
        Numbers().Should().Equal(3, 5);
        window.Remaining.Should().Be(TimeSpan.FromMilliseconds(600));
    }

    private SequenceWindow Window(int capacity) => new(capacity, TimeSpan.FromSeconds(1), _time);

    private static DtmfReceived Event(long sequence) => new() { Provider = "p", Call = new CallId("c"), Name = "dtmf", Digit = '1', Sequence = sequence };

    private List<long> Numbers()
    {
        var numbers = _ready.Select(callEvent => callEvent.Sequence!.Value).ToList();
        _ready.Clear();
        return numbers;
    }
}
