using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>One entry of a 422 body, and the plain bodies of all other errors.</summary>
/// <remarks>
/// Unverified: the <c>type</c> beside the one seen in the field, how an <c>attribute</c> names a nested field (here
/// <c>play[0].params.url</c>), and the bodies of 403, 409 and 429, which the vendor mentions and does not describe.
/// </remarks>
internal sealed record SignalWireError(string Code, string Message, string? Attribute = null)
{
    public static EmulatorResponse Plain(int status) => EmulatorResponse.Json(status, new JsonObject { ["error"] = TextOf(status) });

    public static EmulatorResponse Unprocessable(params IReadOnlyList<SignalWireError> errors) => EmulatorResponse.Json(
        422, new JsonObject { ["errors"] = new JsonArray([.. errors.Select(static error => (JsonNode)error.ToJson())]) });

    public EmulatorResponse ToResponse() => Unprocessable(this);

    private static string TextOf(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        429 => "Too Many Requests",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    };

    private JsonObject ToJson()
    {
        var error = new JsonObject { ["type"] = "validation_error", ["code"] = Code, ["message"] = Message };
        if (Attribute is not null)
            error["attribute"] = Attribute;
        error["url"] = $"https://developer.signalwire.com/rest/overview/error-codes/#{Code}";
        return error;
    }
}
