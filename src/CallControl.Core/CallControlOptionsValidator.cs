using CallControl.Providers;
using Microsoft.Extensions.Options;

namespace CallControl;

internal sealed class CallControlOptionsValidator : IValidateOptions<CallControlOptions>
{
    // What a timer takes. The other times are compared only.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    public ValidateOptionsResult Validate(string? name, CallControlOptions options)
    {
        var failures = new List<string>();
        if (options.PublicBaseUrl is { } url && !IsPublic(url))
            failures.Add($"{nameof(CallControlOptions)}.{nameof(options.PublicBaseUrl)} must be an absolute, well-formed http or https address without user, query and fragment.");

        Positive(nameof(options.ReorderWindow), options.ReorderWindow);
        if (options.ReorderWindow > LongestTimer)
            failures.Add($"{nameof(CallControlOptions)}.{nameof(options.ReorderWindow)} must be at most {LongestTimer} (was {options.ReorderWindow}).");

        Positive(nameof(options.EndedCallMemory), options.EndedCallMemory);
        Positive(nameof(options.CallIdleLimit), options.CallIdleLimit);
        Positive("Deadlines.Answer", options.Deadlines.Answer);
        Positive("Deadlines.Playback", options.Deadlines.Playback);
        Positive("Deadlines.OpenEnded", options.Deadlines.OpenEnded);
        Positive("Deadlines.Connect", options.Deadlines.Connect);
        Positive("Deadlines.Margin", options.Deadlines.Margin);
        AtLeastOne(nameof(options.ReorderCapacity), options.ReorderCapacity);
        AtLeastOne(nameof(options.EventBacklog), options.EventBacklog);
        AtLeastOne(nameof(options.EventBuffer), options.EventBuffer);
        AtLeastOne(nameof(options.MaxPendingEvents), options.MaxPendingEvents);
        AtLeastOne(nameof(options.MaxCalls), options.MaxCalls);
        AtLeastOne(nameof(options.MaxOperationsPerCall), options.MaxOperationsPerCall);
        AtLeastOne(nameof(options.DuplicateMemory), options.DuplicateMemory);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Positive(string field, TimeSpan value)
        {
            if (value <= TimeSpan.Zero)
                failures.Add($"{nameof(CallControlOptions)}.{field} must be more than zero (was {value}).");
        }

        void AtLeastOne(string field, int value)
        {
            if (value < 1)
                failures.Add($"{nameof(CallControlOptions)}.{field} must be at least 1 (was {value}).");
        }
    }

    private static bool IsPublic(Uri url) =>
        url.IsHttp()
        && url.IsWellFormedOriginalString()
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
}
