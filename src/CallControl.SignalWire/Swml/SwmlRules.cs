using System.Buffers;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The vendor's rules that several methods share, under the vendor's member names.</summary>
/// <remarks>Text with an expression in it passes: what it becomes is known to the vendor only.</remarks>
internal static class SwmlRules
{
    private const string SocketUrlRule = "an absolute wss address";

    private static readonly SearchValues<char> SendableDigits = SearchValues.Create("0123456789ABCD*#wW");

    public static bool IsExpression(string value) =>
        value.Contains("${", StringComparison.Ordinal) || value.Contains("%{", StringComparison.Ordinal);

    public static void Methods(ViolationList violations, string field, IReadOnlyList<SwmlMethod>? methods)
    {
        for (var i = 0; i < methods?.Count; i++)
        {
            var place = ViolationListExtensions.Item(field, i);
            if (methods[i] is { } method)
                method.Validate(violations, $"{place}.{method.Name}");
            else
                violations.Add(place, "must be given");
        }
    }

    public static void AdditionalProperties(ViolationList violations, string field, object owner, IDictionary<string, JsonElement>? additional)
    {
        if (additional is null)
            return;

        foreach (var property in SwmlJsonContext.TypeOf(owner).Properties)
        {
            if (!property.IsExtensionData && additional.ContainsKey(property.Name) && property.Get?.Invoke(owner) is not null)
                violations.Add($"{field}.{property.Name}", "must not be set both as a property and among the additional properties");
        }
    }

    public static void NotEmpty<T>(ViolationList violations, string field, IReadOnlyCollection<T>? values)
    {
        if (values is { Count: 0 })
            violations.Add(field, "must have at least 1");
    }

    public static void Url(ViolationList violations, string field, Uri? url) =>
        Url(violations, field, url, "an absolute http or https address", Uri.UriSchemeHttp, Uri.UriSchemeHttps);

    public static void SocketUrl(ViolationList violations, string field, Uri? url) =>
        Url(violations, field, url, SocketUrlRule, Uri.UriSchemeWss);

    public static void SocketUrl(ViolationList violations, string field, string url)
    {
        if (Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var address))
            SocketUrl(violations, field, address);
        else if (!IsExpression(url))
            violations.Add(field, "must be " + SocketUrlRule, Redaction.Url(url));
    }

    public static void Url(ViolationList violations, string field, Uri? url, string rule, params ReadOnlySpan<string> schemes)
    {
        if (url is null || IsExpression(url.OriginalString) || (url.IsAbsoluteUri && schemes.Contains(url.Scheme)))
            return;

        violations.Add(field, "must be " + rule, Redaction.Url(url.OriginalString));
    }

    public static void ExactlyOne(ViolationList violations, string field, params ReadOnlySpan<(string Name, bool IsGiven)> members)
    {
        string? first = null;
        foreach (var (name, isGiven) in members)
        {
            if (isGiven && first is not null)
                violations.Add($"{field}.{name}", $"must not be given together with {first}");
            else if (isGiven)
                first = name;
        }

        if (first is null)
            violations.Add($"{field}.{members[0].Name}", "must be given, or else " + string.Join(" or ", members[1..].ToArray().Select(member => member.Name)));
    }

    public static void Sounds(ViolationList violations, string field, IReadOnlyList<SwmlSound>? sounds)
    {
        NotEmpty(violations, field, sounds);
        for (var i = 0; i < sounds?.Count; i++)
            Sound(violations, ViolationListExtensions.Item(field, i), sounds[i]);
    }

    public static void Sound(ViolationList violations, string field, SwmlSound? sound)
    {
        // What is said may be about a person.
        if (sound is { } given && !given.IsWellFormed)
            violations.Add(field, "must be an absolute http or https address, or begin with say:, silence: or ring:", "***");
    }

    public static void SendDigits(ViolationList violations, string field, string? digits)
    {
        // What is pressed may be a secret of the caller's.
        if (string.IsNullOrEmpty(digits) || (!IsExpression(digits) && digits.AsSpan().ContainsAnyExcept(SendableDigits)))
            violations.Add(field, "must be one or more of 0-9, A-D, *, #, w and W", "***");
    }

    public static void Terminators(ViolationList violations, string field, string? digits)
    {
        if (digits is not null && !IsExpression(digits))
            violations.CheckKeys(field, digits);
    }

    public static void Headers(ViolationList violations, string field, IReadOnlyList<SwmlHeader>? headers)
    {
        for (var i = 0; i < headers?.Count; i++)
        {
            if (headers[i] is { } header)
                header.Validate(violations, ViolationListExtensions.Item(field, i));
            else
                violations.Add(ViolationListExtensions.Item(field, i), "must be given");
        }
    }

    public static void Branch(ViolationList violations, string field, SwmlBranch? branch)
    {
        switch (branch)
        {
            case SwmlSwitch choice:
                choice.ValidateCases(violations, field);
                break;
            case SwmlCond cond:
                cond.Validate(violations, field);
                break;
        }
    }

}
