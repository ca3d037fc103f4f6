using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Somebody who calls the application.</summary>
public sealed class EmulatedCaller : EmulatedParty
{
    internal EmulatedCaller(ICallerSide call, string from, string to)
        : base(call, from, to)
    {
    }
}
