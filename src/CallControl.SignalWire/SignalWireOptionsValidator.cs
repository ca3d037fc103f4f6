using System.Globalization;
using CallControl.Providers;
using Microsoft.Extensions.Options;

namespace CallControl.SignalWire;

/// <summary>Reports everything that is wrong with an account's options at once. No token and no key is in a message.</summary>
internal sealed class SignalWireOptionsValidator : IValidateOptions<SignalWireOptions>
{
    // The longest time that a timer takes, rounded down to whole days.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, SignalWireOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        if (!options.SpaceUrl.IsHttp())
            faults.Add("SpaceUrl must be an absolute http or https address, such as https://example.signalwire.com.");

        if (!SignalWireDialect.IsProjectId(options.ProjectId))
            faults.Add("ProjectId must be printable ASCII characters without spaces and colons.");

        if (!SignalWireDialect.IsToken(options.ApiToken))
            faults.Add("ApiToken must be printable ASCII characters without spaces.");

        if (options.CommandTimeout <= TimeSpan.Zero || options.CommandTimeout > LongestTimeout)
            faults.Add("CommandTimeout must be above zero and at most 24 days.");

        if (options.AnswerWindow <= TimeSpan.Zero || options.AnswerWindow > LongestWindow)
            faults.Add("AnswerWindow must be above zero and at most 1 minute.");

        foreach (var violation in options.FallbackDocument?.FindViolations() ?? [])
            faults.Add($"FallbackDocument: {violation}.");

        CheckSigning(options, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckSigning(SignalWireOptions options, List<string> faults)
    {
        var keys = options.SigningKeys ?? [];
        if (keys.Count == 0 && !options.AllowUnsignedRequests)
        {
            faults.Add(
                "SigningKeys is empty, so that no request of the vendor's could be verified: anybody could send calls and events. Either put the project's signing key into SigningKeys "
                + "(SignalWire dashboard, API credentials), or, where the network keeps strangers out, set AllowUnsignedRequests to true.");
        }

        if (keys.Count == 0 && options.RequireSignedCallbacks)
            faults.Add("RequireSignedCallbacks needs SigningKeys: without a key no callback can be verified.");

        for (var i = 0; i < keys.Count; i++)
        {
            if (!SignalWireDialect.IsToken(keys[i]))
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"SigningKeys[{i}] must be printable ASCII characters without spaces."));
        }
    }
}
