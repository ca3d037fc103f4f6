using System.Runtime.InteropServices;

namespace CallControl.Media.Forks;

/// <summary>Whose a datagram is.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ForkOrigin(ForkSource Source, AudioDirection Direction, Guid? CallLegId = null, StrepLeg? Leg = null)
{
    public static ForkOrigin Of(in ForkSource source, in StrepHeader header) =>
        new(source, header.Direction == StrepDirection.Received ? AudioDirection.Inbound : AudioDirection.Outbound, header.CallLegId, header.Leg);
}
