using Microsoft.AspNetCore.Http;

namespace CallControl.Testing.Emulation;

/// <summary>One request as a vendor sees it: everything read, nothing judged.</summary>
internal sealed record EmulatorRequest(string Method, string Path, IQueryCollection Query, IHeaderDictionary Headers, string Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value
        ? value
        : null;
}
