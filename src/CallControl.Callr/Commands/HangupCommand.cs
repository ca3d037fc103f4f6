using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends the call.</summary>
/// <remarks>The vendor's next request, with the status <see cref="RealTimeCallStatus.Hangup"/>, is the call's last one.</remarks>
public sealed record HangupCommand() : RealTimeCommand<HangupResult>(RealTimeCommandNames.Hangup)
{
    internal override void Validate(ViolationList violations)
    {
    }

    internal override HangupResult ReadResult(RealTimeRequest report) => new(report);
}
