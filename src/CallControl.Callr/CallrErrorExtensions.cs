using System.Text;

namespace CallControl.Callr;

/// <summary>Reads what CALLR adds to its refusals.</summary>
public static class CallrErrorExtensions
{
    /// <summary>The error of a refusal, in its parts.</summary>
    /// <param name="exception">The refusal, of whatever kind.</param>
    /// <returns>Null where the refusal did not come from the vendor, or is no JSON-RPC error.</returns>
    /// <remarks>Taken from <see cref="ProviderError.Body"/>, which may be cut: it then has what came before the cut.</remarks>
    public static CallrError? GetCallrError(this CallControlException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Error is { Body.Length: > 0 } error ? CallrErrorReader.Read(Encoding.UTF8.GetBytes(error.Body)) : null;
    }
}
