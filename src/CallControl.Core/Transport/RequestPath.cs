namespace CallControl.Providers;

/// <summary>Puts opaque identifiers into request paths.</summary>
public static class RequestPath
{
    /// <summary>Encodes an identifier, once, as exactly one segment of a path.</summary>
    /// <param name="identifier">Any text; <c>/</c>, <c>?</c>, <c>:</c> and the like are escaped.</param>
    /// <returns>The segment without slashes around it.</returns>
    /// <exception cref="ArgumentException">The identifier is empty, or is <c>.</c> or <c>..</c>, which no encoding keeps from walking up the path.</exception>
    public static string Segment(string identifier)
    {
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        if (identifier is "." or "..")
            throw new ArgumentException($"'{identifier}' is not an identifier.", nameof(identifier));

        return Uri.EscapeDataString(identifier);
    }
}
