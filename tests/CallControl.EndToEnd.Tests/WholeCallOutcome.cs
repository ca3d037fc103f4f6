namespace CallControl.EndToEnd.Tests;

/// <summary>What became of each step of a <see cref="WholeCall"/>.</summary>
internal sealed record WholeCallOutcome(
    OperationEnd Greeting, string Digits, GatherReason Reason, OperationEnd Thanks, OperationEnd Recording, bool HasRecording, HangupCause Cause)
{
    /// <summary>What it is when all goes well.</summary>
    /// <param name="reason">Whether the provider tells that a terminator ended the input.</param>
    public static WholeCallOutcome Good(GatherReason reason) => new(
        OperationEnd.Completed, WholeCall.Pin, reason, OperationEnd.Completed, OperationEnd.Completed, HasRecording: true, HangupCause.Normal);
}
