namespace CallControl.Abstractions.Tests;

public sealed class OperationOutcomeTests
{
    private static readonly PlaybackResult Result = new() { Position = TimeSpan.FromSeconds(3) };
    private static readonly OperationFailure Failure = new() { Message = "No route to +33612345678", Code = "E1" };

    [Fact]
    public void Completed_Result_IsTheOnlyCompletion()
    {
        var outcome = OperationOutcome.Completed(Result);

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result.Should().BeSameAs(Result);
        outcome.Failure.Should().BeNull();
        outcome.IsCompleted.Should().BeTrue();
        FluentActions.Invoking(() => OperationOutcome.Completed<PlaybackResult>(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void OtherEnds_PartialResult_IsKept()
    {
        OperationOutcome<PlaybackResult>[] outcomes =
            [OperationOutcome.Stopped(Result), OperationOutcome.CallEnded(Result), OperationOutcome.Failed(Failure, Result), OperationOutcome.TimedOut(Result)];

        outcomes.Select(outcome => outcome.End).Should().Equal(OperationEnd.Stopped, OperationEnd.CallEnded, OperationEnd.Failed, OperationEnd.TimedOut);
        outcomes.Should().OnlyContain(outcome => outcome.Result == Result && !outcome.IsCompleted);
        OperationOutcome.Stopped<PlaybackResult>().Result.Should().BeNull();
        OperationOutcome.CallEnded<PlaybackResult>().Result.Should().BeNull();
        OperationOutcome.TimedOut<PlaybackResult>().Result.Should().BeNull();
    }

    [Fact]
    public void Failed_Failure_IsNamedWithoutNumbers()
    {
        var outcome = OperationOutcome.Failed<PlaybackResult>(Failure);

        outcome.Failure.Should().BeSameAs(Failure);
        outcome.ToString().Should().Be("Failed (E1: No route to +*********78)");
        OperationOutcome.TimedOut<PlaybackResult>().ToString().Should().Be("TimedOut");
        FluentActions.Invoking(() => OperationOutcome.Failed<PlaybackResult>(null!)).Should().Throw<ArgumentNullException>();
    }
}
