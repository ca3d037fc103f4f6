using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Does nothing for a while. The caller hears silence.</summary>
public sealed record WaitCommand() : RealTimeCommand<WaitResult>(RealTimeCommandNames.Wait)
{
    /// <summary>How long, in seconds.</summary>
    /// <value>1 to 30; 1 by default.</value>
    /// <remarks>Under the name of the vendor's reference, <c>wait</c>; its PHP SDK sends <c>seconds</c>.</remarks>
    [JsonPropertyName("wait")]
    public int Seconds { get; init; } = 1;

    internal override void Validate(ViolationList violations) => violations.CheckRange("wait", Seconds, 1, 30);

    internal override WaitResult ReadResult(RealTimeRequest report) => new(report);
}
