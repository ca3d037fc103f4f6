using System.Globalization;
using CallControl.Providers;
using Microsoft.Extensions.Options;

namespace CallControl.Callr;

/// <summary>Reports everything that is wrong with an account's options at once. No password, no key and no login is in a message.</summary>
internal sealed class CallrOptionsValidator : IValidateOptions<CallrOptions>
{
    private const string LoginRule = "must be printable characters without a colon.";
    private const string PasswordRule = "must be printable characters.";
    private const string TokenRule = "must be printable ASCII characters without spaces.";
    private const string HashRule = "must be empty, or eight characters of A-Z and 0-9.";

    // The longest time that a timer takes, rounded down to whole days.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

    // How long the vendor waits for an answer.
    private static readonly TimeSpan VendorWindow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestAudio = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestCache = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, CallrOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (!options.BaseUrl.IsHttp())
            faults.Add("BaseUrl must be an absolute http or https address, such as https://api.callr.com/json-rpc/v1.1/.");

        CheckGiven(options, faults);
        CheckCommandCredentials(options, faults);
        if (!string.IsNullOrEmpty(options.App) && !RpcRules.IsHash(options.App))
            faults.Add($"App {HashRule}");

        CheckInboundCredentials(options, faults);
        CheckTimes(options, faults);
        if (options.DefaultVoice?.Contains('|', StringComparison.Ordinal) == true)
            faults.Add("DefaultVoice must be the name of a voice, such as TTS_EN-GB_SERENA, without a '|'.");

        if (options.DetectionMedia < 1)
            faults.Add("DetectionMedia must be 1 or more; leave it null for none.");

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // Configuration can set what is not nullable to null.
    private static void CheckGiven(CallrOptions options, List<string> faults)
    {
        ReadOnlySpan<(string Name, string? Text)> texts =
        [
            (nameof(options.Login), options.Login), (nameof(options.Password), options.Password), (nameof(options.ApiKey), options.ApiKey),
            (nameof(options.SessionToken), options.SessionToken), (nameof(options.LoginAsUser), options.LoginAsUser),
            (nameof(options.LoginAsAccount), options.LoginAsAccount), (nameof(options.App), options.App), (nameof(options.DefaultVoice), options.DefaultVoice),
        ];
        foreach (var (name, text) in texts)
        {
            if (text is null)
                faults.Add($"{name} must not be null; leave it empty if it is not used.");
        }
    }

    private static void CheckCommandCredentials(CallrOptions options, List<string> faults)
    {
        var hasLogin = !string.IsNullOrEmpty(options.Login);
        var hasPassword = !string.IsNullOrEmpty(options.Password);
        var hasKey = !string.IsNullOrEmpty(options.ApiKey);
        var hasSession = !string.IsNullOrEmpty(options.SessionToken);
        if (hasLogin && !CallrDialect.IsLogin(options.Login))
            faults.Add($"Login {LoginRule}");

        if (hasPassword && !CallrDialect.IsPassword(options.Password))
            faults.Add($"Password {PasswordRule}");

        if (hasLogin != hasPassword)
            faults.Add("Login and Password must be set together, or neither of them.");

        if (hasKey && !CallrDialect.IsToken(options.ApiKey))
            faults.Add($"ApiKey {TokenRule}");

        if (hasSession && !CallrDialect.IsToken(options.SessionToken))
            faults.Add($"SessionToken {TokenRule}");

        if ((hasLogin || hasPassword ? 1 : 0) + (hasKey ? 1 : 0) + (hasSession ? 1 : 0) > 1)
            faults.Add("Only one of Login with Password, ApiKey and SessionToken may be set.");

        var hasUser = !string.IsNullOrEmpty(options.LoginAsUser);
        var hasAccount = !string.IsNullOrEmpty(options.LoginAsAccount);
        if (hasUser && !CallrDialect.IsToken(options.LoginAsUser))
            faults.Add($"LoginAsUser {TokenRule}");

        if (hasAccount && !CallrDialect.IsToken(options.LoginAsAccount))
            faults.Add($"LoginAsAccount {TokenRule}");

        if (hasUser && hasAccount)
            faults.Add("Only one of LoginAsUser and LoginAsAccount may be set.");
    }

    private static void CheckInboundCredentials(CallrOptions options, List<string> faults)
    {
        if (options.Credentials is not { } credentials)
        {
            faults.Add("Credentials must not be null; leave it empty where there are none.");
            return;
        }

        if (credentials.Count == 0 && !options.AllowUnauthenticatedRequests)
        {
            faults.Add(
                "Credentials is empty, so that no request of the vendor's could be authenticated: anybody could send calls and results. Either set a login and a password at the Real-Time app "
                + "(apps.edit, or CALLR's console) and put the same into Credentials, or, where the network keeps strangers out, set AllowUnauthenticatedRequests to true.");
        }

        for (var i = 0; i < credentials.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"Credentials[{i}]");
            if (credentials[i] is not { } each)
            {
                faults.Add($"{place} must not be null.");
                continue;
            }

            if (each.App is not "" && !RpcRules.IsHash(each.App))
                faults.Add($"{place}.App {HashRule}");

            if (!CallrDialect.IsLogin(each.Login))
                faults.Add($"{place}.Login is needed, and {LoginRule}");

            if (!CallrDialect.IsPassword(each.Password))
                faults.Add($"{place}.Password is needed, and {PasswordRule}");
        }
    }

    private static void CheckTimes(CallrOptions options, List<string> faults)
    {
        if (options.CommandTimeout <= TimeSpan.Zero || options.CommandTimeout > LongestTimeout)
            faults.Add("CommandTimeout must be above zero and at most 24 days.");

        if (options.ReplyWindow <= TimeSpan.Zero || options.ReplyWindow >= VendorWindow)
            faults.Add("ReplyWindow must be above zero and below 5 seconds: that is how long the vendor waits.");

        if (options.ThinkingLimit <= TimeSpan.Zero || options.ThinkingLimit > LongestTimeout)
            faults.Add("ThinkingLimit must be above zero and at most 24 days.");

        if (options.MaxAudioDuration <= TimeSpan.Zero || options.MaxAudioDuration > LongestAudio)
            faults.Add("MaxAudioDuration must be above zero and at most 10 minutes.");

        if (options.AudioCacheLifetime < TimeSpan.Zero || options.AudioCacheLifetime > LongestCache)
            faults.Add("AudioCacheLifetime must be zero or more, and at most 1 day.");
    }
}
