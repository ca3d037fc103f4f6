using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>The options that outbound calls share.</summary>
internal static class RpcOptions
{
    private const string CdrFieldName = "cdr_field";

    /// <summary>The object of the options; null where there are none, which the vendor takes.</summary>
    public static JsonObject? Of(string? callerId, string? cdrField, JsonObject? additional, int? loop = null)
    {
        var options = new JsonObject();
        if (callerId is not null)
            options["cli"] = callerId;

        if (cdrField is not null)
            options[CdrFieldName] = cdrField;

        if (loop is { } times)
            options["loop"] = times;

        if (additional is not null)
            JsonMerge.Into(options, additional);

        // Refused by the vendor, where its absence is not.
        if (options[CdrFieldName] is null)
            options.Remove(CdrFieldName);

        return options.Count == 0 ? null : options;
    }
}
