namespace CallControl;

/// <summary>How long to wait for the end of an operation that neither its request nor the vendor limits.</summary>
/// <remarks>A safety net for lost webhooks: generous on purpose. <see cref="OperationRequest.Deadline"/> overrules it for one operation.</remarks>
public sealed class OperationDeadlines
{
    /// <summary>For an answer. 30 seconds by default.</summary>
    public TimeSpan Answer { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For a playback, and for the prompt of a gather. 30 minutes by default.</summary>
    public TimeSpan Playback { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>For a recording, a stream, a fork or endless silence, which last as long as one lets them. 12 hours by default.</summary>
    public TimeSpan OpenEnded { get; set; } = TimeSpan.FromHours(12);

    /// <summary>For a bridge or a transfer to come about. 2 minutes by default.</summary>
    public TimeSpan Connect { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What is added to a length that is known, and how long to wait for the end of what was stopped. 30 seconds by default.</summary>
    public TimeSpan Margin { get; set; } = TimeSpan.FromSeconds(30);
}
