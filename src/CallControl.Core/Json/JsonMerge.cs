using System.Text.Json.Nodes;

namespace CallControl.Providers;

/// <summary>Puts a caller's additional properties among those of a command.</summary>
public static class JsonMerge
{
    /// <summary>Adds members to an object, and replaces those of the same name.</summary>
    /// <param name="body">The object; it is changed.</param>
    /// <param name="additional">The members; copied.</param>
    /// <param name="within">The member of the body that they are put into, made if there is none; null for the body itself.</param>
    /// <returns>The body.</returns>
    /// <exception cref="InvalidOperationException">The member that they are to be put into is no object.</exception>
    public static JsonObject Into(JsonObject body, JsonObject additional, string? within = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(additional);
        if (additional.Count == 0)
            return body;

        var target = within is null ? body : ObjectIn(body, within);
        foreach (var (name, value) in additional)
            target[name] = value?.DeepClone();

        return body;
    }

    private static JsonObject ObjectIn(JsonObject body, string name)
    {
        if (body[name] is { } value)
            return value as JsonObject ?? throw new InvalidOperationException($"The body's '{name}' is no object: additional properties cannot be put into it.");

        var added = new JsonObject();
        body[name] = added;
        return added;
    }
}
