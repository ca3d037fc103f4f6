using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>The settings of a Real-Time app (<c>REALTIME10</c>): where the vendor asks what to do with a call, and how it authenticates.</summary>
/// <remarks>Members that are null are left out; an edit then leaves them as they are (unverified).</remarks>
public sealed record CallrRealTimeAppSettings
{
    /// <summary>The address that the vendor asks.</summary>
    /// <value>Absolute, http or https.</value>
    [JsonPropertyName("url")]
    [JsonConverter(typeof(CallrUrlConverter))]
    public Uri? Url { get; init; }

    /// <summary>The login that the vendor authenticates with, as of HTTP Basic; the same belongs into <see cref="CallrAppCredentials.Login"/>.</summary>
    /// <value>No colon. Empty for no authentication.</value>
    [JsonPropertyName("login")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Login { get; init; }

    /// <summary>The password that goes with <see cref="Login"/>.</summary>
    /// <value>Empty for none.</value>
    [JsonPropertyName("password")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Password { get; init; }

    /// <summary>How the vendor writes its requests.</summary>
    /// <value><c>JSON</c> is all that is known; null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("data_format")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? DataFormat { get; init; }

    /// <summary>Members that this version does not know, both ways.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }

    /// <summary>The address without its query; no login, no password.</summary>
    public override string ToString() =>
        $"{nameof(CallrRealTimeAppSettings)} {{ Url = {(Url is null ? "" : Redaction.Url(Url.OriginalString))} }}";

    internal void Validate(ViolationList violations, string field)
    {
        violations.CheckHttpUrl(field + ".url", Url);
        if (!string.IsNullOrEmpty(Login) && !CallrDialect.IsLogin(Login))
            violations.Add(field + ".login", "must be printable characters without a colon");

        if (!string.IsNullOrEmpty(Password) && !CallrDialect.IsPassword(Password))
            violations.Add(field + ".password", "must be printable characters");
    }
}
