namespace CallControl.Testing;

/// <summary>A number of the emulated CALLR account.</summary>
/// <param name="Number">The number, with its plus sign.</param>
/// <param name="Hash">The vendor's id of it, as <c>apps.assign_did</c> takes it.</param>
/// <param name="App">The hash of the app that takes its calls; null for none.</param>
public sealed record CallrEmulatorDid(string Number, string Hash, string? App)
{
    /// <summary>The hashes, without the number.</summary>
    public override string ToString() => $"DID {Hash} of app {App ?? "-"}";
}
