namespace CallControl.Testing.Emulation;

/// <summary>A vendor's surface, free of HTTP plumbing.</summary>
internal interface IEmulatedVendor
{
    EmulatorAction Resolve(EmulatorRequest request);

    /// <summary>The vendor's usual error body under a status that a fault asked for.</summary>
    EmulatorResponse Failure(int statusCode);
}
