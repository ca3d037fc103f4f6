using Microsoft.Extensions.Options;

namespace CallControl.AspNetCore;

internal sealed class MediaStreamsOptionsValidator : IValidateOptions<MediaStreamsOptions>
{
    public ValidateOptionsResult Validate(string? name, MediaStreamsOptions options)
    {
        var failures = new List<string>();
        if (options.PublicUrl is { } url && !IsPublic(url))
            Fail(nameof(options.PublicUrl), "must be an absolute, well-formed ws or wss address without user, query and fragment");

        if (options.ConnectTimeout <= TimeSpan.Zero || options.ConnectTimeout > TimeSpan.FromDays(1))
            Fail(nameof(options.ConnectTimeout), $"must be more than zero and at most a day (was {options.ConnectTimeout})");

        if (options.KeepAlive < TimeSpan.FromSeconds(1) || options.KeepAlive > TimeSpan.FromMinutes(10))
            Fail(nameof(options.KeepAlive), $"must be from 1 second to 10 minutes (was {options.KeepAlive})");

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Fail(string field, string rule) => failures.Add($"{nameof(MediaStreamsOptions)}.{field} {rule}.");
    }

    private static bool IsPublic(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeWs || url.Scheme == Uri.UriSchemeWss)
        && url.IsWellFormedOriginalString()
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;
}
