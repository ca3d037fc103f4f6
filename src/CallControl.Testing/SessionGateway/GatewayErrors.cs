using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The gateway's refusals. Texts not marked are documented; for the others only the status is.</summary>
internal static class GatewayErrors
{
    public const string MissingAppId = "Missing X-App-ID header";
    public const string InvalidAppId = "Invalid X-App-ID format";
    public const string InvalidBody = "Invalid request body";
    public const string InvalidCommand = "Invalid command";
    public const string UrlsRequired = "urls is required";
    public const string InvalidCommandUid = "Invalid command_uid format";
    public const string MissingApiKey = "Missing API key";
    public const string InvalidApiKey = "Invalid API key";
    public const string MissingAdminKey = "Missing X-Admin-API-Key header";
    public const string InvalidAdminKey = "Invalid admin API key";
    public const string NameTaken = "Conference name already taken for this application";

    // Unverified texts from here on.
    public const string AdminDisabled = "Admin API is disabled";
    public const string ForeignSession = "Session belongs to a different application";
    public const string SessionNotFound = "Session not found";
    public const string ForeignRoom = "Conference belongs to a different application";
    public const string RoomNotFound = "Conference not found";
    public const string CoolingDown = "Rate limit exceeded";
    public const string NotFound = "Not found";
    public const string MethodNotAllowed = "Method not allowed";

    public static EmulatorResponse Of(int statusCode, string text, JsonObject? detail = null)
    {
        var body = new JsonObject { ["success"] = false, ["error"] = text };
        if (detail is not null)
            body["detail"] = detail;
        return EmulatorResponse.Json(statusCode, body);
    }
}
