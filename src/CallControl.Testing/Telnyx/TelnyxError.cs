using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>One entry of an error body; its title comes from the vendor's table.</summary>
internal sealed record TelnyxError(int Status, string Code, string? Detail = null, string? Pointer = null)
{
    public static TelnyxError Unprocessable(string code, string? detail = null, string? pointer = null) => new(422, code, detail, pointer);

    public static EmulatorResponse Response(params IReadOnlyList<TelnyxError> errors) => EmulatorResponse.Json(
        errors[0].Status, new JsonObject { ["errors"] = new JsonArray([.. errors.Select(static error => (JsonNode)error.ToJson())]) });

    /// <summary>
    /// A refusal that says when to come back. Unverified: that the reset counts seconds (another page shows a moment), and that the
    /// limit shown is the one of dials.
    /// </summary>
    public static EmulatorResponse RateLimited(TimeSpan? retryAfter, string code = TelnyxErrors.TooManyRequests)
    {
        var response = Response(new TelnyxError(429, code));
        return retryAfter is not { } wait ? response : response with
        {
            Headers =
            [
                new("x-ratelimit-limit", "30"),
                new("x-ratelimit-remaining", "0"),
                new("x-ratelimit-reset", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }

    public EmulatorResponse ToResponse() => Response(this);

    private JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = Code, ["title"] = TelnyxErrors.TitleOf(Code) };
        if (Detail is not null)
            error["detail"] = Detail;
        if (Pointer is not null)
            error["source"] = new JsonObject { [Pointer.StartsWith('/') ? "pointer" : "parameter"] = Pointer };
        error["meta"] = new JsonObject { ["url"] = $"https://developers.telnyx.com/docs/overview/errors/{Code}" };
        return error;
    }
}
