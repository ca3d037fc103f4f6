using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Records one side of the call, and goes on at the recording's end.</summary>
/// <remarks>Sets the variables <c>record_url</c> and <c>record_result</c> (success, failed).</remarks>
public sealed record SwmlRecord() : SwmlRecordingMethod("record")
{
    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Direction == SwmlAudioDirection.Both)
            violations.Add(field + ".direction", "must be speak or listen", "'both'");
    }
}
