using System.Globalization;
using CallControl.Providers;
using Microsoft.Extensions.Options;

namespace CallControl.SessionGateway;

/// <summary>Reports everything that is wrong with an account's options at once. No key or secret is in a message.</summary>
internal sealed class SessionGatewayOptionsValidator : IValidateOptions<SessionGatewayOptions>
{
    internal const int ShortestSecret = 16;

    // The longest time that a timer takes, rounded down to whole days.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, SessionGatewayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (!options.BaseUrl.IsHttp())
            faults.Add("BaseUrl must be an absolute http or https address.");

        if (!VendorText.IsAppId(options.AppId))
            faults.Add("AppId must be 1 to 64 letters, digits, hyphens and underscores.");

        if (!VendorText.IsApiKey(options.ApiKey))
            faults.Add("ApiKey must be at least 16 printable ASCII characters without spaces.");

        if (options.AdminApiKey is { } adminKey && !VendorText.IsApiKey(adminKey))
            faults.Add("AdminApiKey must be at least 16 printable ASCII characters without spaces; leave it null if it is not used.");

        if (options.CommandTimeout <= TimeSpan.Zero || options.CommandTimeout > LongestTimeout)
            faults.Add("CommandTimeout must be above zero and at most 24 days.");

        CheckWebhooks(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckWebhooks(SessionGatewayOptions options, List<string> faults)
    {
        var secrets = options.WebhookSecrets ?? [];
        if (secrets.Count == 0 && !options.AllowUnsignedWebhooks)
        {
            faults.Add(
                "WebhookSecrets is empty, and the gateway does not sign its webhooks: anybody could send events. Either put a long random text into "
                + "WebhookSecrets and end the webhook address registered at the gateway in it, or, where the network keeps strangers out, set "
                + "AllowUnsignedWebhooks to true.");
        }

        for (var i = 0; i < secrets.Count; i++)
        {
            if (secrets[i] is not { Length: >= ShortestSecret } secret || secret.AsSpan().ContainsAnyExcept(VendorText.NameCharacters))
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"WebhookSecrets[{i}] must be at least 16 letters, digits, hyphens and underscores."));
        }
    }
}
