using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends another call.</summary>
/// <remarks>Unverified: the result; the vendor documents none.</remarks>
public sealed record HangupCallCommand() : RealTimeCommand<HangupResult>(RealTimeCommandNames.HangupCall)
{
    /// <summary>The vendor's number of the other call: <see cref="RealTimeRequest.VendorCallId"/>.</summary>
    /// <value>1 or more.</value>
    [JsonPropertyName("callid")]
    public required ulong VendorCallId { get; init; }

    internal override void Validate(ViolationList violations) => violations.CheckVendorCallId(VendorCallId);

    internal override HangupResult ReadResult(RealTimeRequest report) => new(report);
}
