using System.Text;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Ends with <c>digits.collected</c>. Keys pressed before a hang-up are kept, since the gateway may not report them any more.</summary>
internal sealed class SessionGatewayGather(CallId call, PendingOperation<GatherResult> pending, ProviderDescriptor provider)
    : GatherOperation(call, pending.Id, pending.Completion)
{
    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : Task.FromException(provider.Refusal(CallFeature.GatherStop, Call));

    /// <summary>Follows one gather's events.</summary>
    internal sealed class Observer(PlayAndGetDigitsCommand command)
    {
        private const string DefaultTerminators = "#";

        private readonly string _terminators = command.Terminators ?? DefaultTerminators;
        private readonly StringBuilder _keys = new();

        public OperationStep<GatherResult> Observe(PendingOperation<GatherResult> pending, CallEvent callEvent)
        {
            switch (callEvent)
            {
                case GatherEnded ended when ended.IsOf(pending):
                    return OperationStep.Ends(OperationOutcome.Completed(ended.Result));
                case PlaybackEnded { Failure: { } failure } ended when ended.IsOf(pending):
                    return OperationStep.Ends(OperationOutcome.Failed(failure, Partial()));
                case DtmfReceived { Operation: null } dtmf:
                    if (!_terminators.Contains(dtmf.Digit, StringComparison.Ordinal))
                        _keys.Append(dtmf.Digit);

                    return OperationStep.GoesOn(Partial());
                default:
                    return default;
            }
        }

        private GatherResult? Partial() => _keys.Length == 0 ? null : new GatherResult { Digits = _keys.ToString() };
    }
}
