namespace CallControl;

/// <summary>What an answered call is known to be.</summary>
public sealed record AnswerResult
{
    /// <summary>When the provider says that the call was answered; null where it does not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
