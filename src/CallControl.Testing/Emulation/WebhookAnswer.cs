namespace CallControl.Testing.Emulation;

/// <summary>What an application answered to a webhook: the status, 0 when there was no answer, and the body as text.</summary>
internal readonly record struct WebhookAnswer(int Status, string Body)
{
    public static readonly WebhookAnswer None = new(0, "");

    public bool IsSuccess => Status is >= 200 and < 300;
}
