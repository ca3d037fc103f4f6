using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Who is asking. Returns the refusal, or null and lets the request pass.</summary>
internal static partial class GatewayAuth
{
    public static EmulatorResponse? RefuseApp(EmulatorRequest request, GatewayApps apps, out string appId)
    {
        appId = request.Header("X-App-ID") ?? "";
        if (appId.Length == 0)
            return GatewayErrors.Of(400, GatewayErrors.MissingAppId);
        if (!IsAppId(appId))
            return GatewayErrors.Of(400, GatewayErrors.InvalidAppId);
        if (request.Header("X-API-Key") is not { } key)
            return GatewayErrors.Of(401, GatewayErrors.MissingApiKey);

        // Unverified: that an unknown application is told the same as one with a wrong key.
        return apps.Find(appId)?.HasKey(key) is true ? null : GatewayErrors.Of(401, GatewayErrors.InvalidApiKey);
    }

    public static EmulatorResponse? RefuseAdmin(EmulatorRequest request, string? adminKey)
    {
        if (adminKey is null)
            return GatewayErrors.Of(503, GatewayErrors.AdminDisabled);
        if (request.Header("X-Admin-API-Key") is not { } key)
            return GatewayErrors.Of(401, GatewayErrors.MissingAdminKey);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(adminKey), Encoding.UTF8.GetBytes(key))
            ? null
            : GatewayErrors.Of(401, GatewayErrors.InvalidAdminKey);
    }

    public static bool IsAppId(string value) => value.Length <= 64 && AppIdPattern().IsMatch(value);

    [GeneratedRegex(@"^[a-zA-Z0-9_-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AppIdPattern();
}
