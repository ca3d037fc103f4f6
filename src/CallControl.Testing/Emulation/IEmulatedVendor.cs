namespace CallControl.Testing.Emulation;

/// <summary>A vendor's surface, free of HTTP plumbing.</summary>
internal interface IEmulatedVendor
{
    EmulatorAction Resolve(EmulatorRequest request);

    /// <summary>The vendor's usual error under a status that a fault asked for, saying when to come back if it has been told.</summary>
    EmulatorResponse Failure(int statusCode, TimeSpan? retryAfter);
}
