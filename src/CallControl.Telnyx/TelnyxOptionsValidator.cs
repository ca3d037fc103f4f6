using System.Globalization;
using CallControl.Providers;
using Microsoft.Extensions.Options;

namespace CallControl.Telnyx;

/// <summary>Reports everything that is wrong with an account's options at once. No key is in a message.</summary>
internal sealed class TelnyxOptionsValidator : IValidateOptions<TelnyxOptions>
{
    // The longest time that a timer takes, rounded down to whole days.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, TelnyxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (!options.BaseUrl.IsHttp())
            faults.Add("BaseUrl must be an absolute http or https address.");

        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.AsSpan().ContainsAnyExcept(TelnyxDialect.KeyCharacters))
            faults.Add("ApiKey must be printable ASCII characters without spaces.");

        if (options.ConnectionId is { } connection && string.IsNullOrWhiteSpace(connection))
            faults.Add("ConnectionId must not be empty; leave it null if it is not used.");

        if (options.CommandTimeout <= TimeSpan.Zero || options.CommandTimeout > LongestTimeout)
            faults.Add("CommandTimeout must be above zero and at most 24 days.");

        if (string.IsNullOrWhiteSpace(options.DefaultVoice))
            faults.Add("DefaultVoice must not be empty.");

        CheckWebhooks(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckWebhooks(TelnyxOptions options, List<string> faults)
    {
        if (options.SignatureTolerance <= TimeSpan.Zero || options.SignatureTolerance > LongestTimeout)
            faults.Add("SignatureTolerance must be above zero and at most 24 days.");

        var keys = options.PublicKeys ?? [];
        if (keys.Count == 0 && !options.AllowUnsignedWebhooks)
        {
            faults.Add(
                "PublicKeys is empty, so that no webhook could be verified: anybody could send events. Either put the account's public key into PublicKeys "
                + "(Telnyx portal, account settings, keys and credentials), or, where the network keeps strangers out, set AllowUnsignedWebhooks to true.");
        }

        for (var i = 0; i < keys.Count; i++)
        {
            if (!TelnyxPublicKey.TryParse(keys[i], out _))
            {
                faults.Add(string.Create(
                    CultureInfo.InvariantCulture, $"PublicKeys[{i}] must be an Ed25519 public key: base64 of its 32 bytes, base64 of its SPKI form, or PEM."));
            }
        }
    }
}
