namespace CallControl.Testing.Emulation;

/// <summary>What an application answered to a webhook: the status, 0 when there was no answer, and the body as text.</summary>
internal readonly record struct WebhookAnswer(int Status, string Body)
{
    public static readonly WebhookAnswer None = new(0, "");

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body's content type as it was sent; null for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>How long it took, on the emulator's clock.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether there is no answer because the limit was over first.</summary>
    public bool IsLate { get; init; }
}
