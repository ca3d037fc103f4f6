using System.Text;

namespace CallControl.SignalWire;

/// <summary>Reads what SignalWire adds to its refusals.</summary>
public static class SignalWireErrorExtensions
{
    /// <summary>All errors of a refusal; the first one is the one that <see cref="CallControlException.Error"/> has.</summary>
    /// <param name="exception">The refusal, of whatever kind.</param>
    /// <returns>The errors in the vendor's order; empty where the refusal did not come from the vendor, or is not written as documented.</returns>
    /// <remarks>Taken from <see cref="ProviderError.Body"/>, which may be cut: the last error then has what came before the cut.</remarks>
    public static IReadOnlyList<SignalWireError> GetSignalWireErrors(this CallControlException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Error is { Body.Length: > 0 } error ? SignalWireErrorReader.Read(Encoding.UTF8.GetBytes(error.Body)) : [];
    }
}
