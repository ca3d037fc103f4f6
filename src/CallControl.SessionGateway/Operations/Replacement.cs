using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A command that stops what plays when it starts: the gateway does so, and does not say it in <c>playback.stopped</c>.</summary>
internal sealed class Replacement(IOperationRegistry operations, string provider, CallId call, OperationId by) : IBeforeSending
{
    private List<PendingOperation>? _cut;

    public void OnSending()
    {
        var pending = operations.Pending(provider, call);
        for (var i = 0; i < pending.Count; i++)
        {
            if (pending[i].Id == by || pending[i] is not PendingOperation<PlaybackResult> { IsCutShort: false } playback)
                continue;

            playback.IsCutShort = true;
            (_cut ??= []).Add(playback);
        }
    }

    /// <summary>The command was taken: what it replaced ends soon.</summary>
    public void Expect(TimeSpan patience) => _cut?.ForEach(operation => operation.ExpectEndWithin(patience));

    /// <summary>The command was not carried out: what it should have replaced goes on.</summary>
    public void Undo() => _cut?.ForEach(operation => operation.IsCutShort = false);
}
