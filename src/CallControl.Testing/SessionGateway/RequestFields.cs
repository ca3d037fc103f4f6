using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The fields of a JSON request, read strictly. The first violation is kept as <see cref="Refusal"/> and readers return defaults from
/// then on. A wrong JSON type counts as an unreadable body, and <c>null</c> as an absent field (both unverified).
/// </summary>
internal sealed partial class RequestFields
{
    public const int MaxItems = 128;

    private readonly JsonElement _root;

    private RequestFields(JsonElement root) => _root = root;

    public EmulatorResponse? Refusal { get; private set; }

    public static RequestFields Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var fields = new RequestFields(document.RootElement.Clone());
            if (fields._root.ValueKind is not JsonValueKind.Object)
                fields.Refuse(GatewayErrors.InvalidBody);
            return fields;
        }
        catch (JsonException)
        {
            var fields = new RequestFields(default);
            fields.Refuse(GatewayErrors.InvalidBody);
            return fields;
        }
    }

    public void Refuse(string text, int statusCode = 400) => Refusal ??= GatewayErrors.Of(statusCode, text);

    public void AllowOnly(ReadOnlySpan<string> names)
    {
        if (Refusal is not null)
            return;
        foreach (var field in _root.EnumerateObject())
        {
            if (!names.Contains(field.Name))
                Refuse($"Unknown field: {field.Name}");
        }
    }

    public string? CommandUid()
    {
        var uid = Text("command_uid");
        if (uid is not null && (uid.Length > 128 || !CommandUidPattern().IsMatch(uid)))
            Refuse(GatewayErrors.InvalidCommandUid);
        return uid;
    }

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.String)
            return value.GetString();
        Refuse(GatewayErrors.InvalidBody);
        return null;
    }

    public long? Integer(string name, long min = long.MinValue, long max = long.MaxValue)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt64(out var number))
            Refuse(GatewayErrors.InvalidBody);
        else if (number < min || number > max)
            Refuse(string.Create(CultureInfo.InvariantCulture, $"{name} must be between {min} and {max}"));
        else
            return number;
        return null;
    }

    public string[] Texts(string name)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.String))
            return [.. value.EnumerateArray().Select(static item => item.GetString()!)];
        Refuse(GatewayErrors.InvalidBody);
        return [];
    }

    /// <summary>Media addresses: http or https, at most 128; the documents give a length limit for <c>urls</c> only.</summary>
    public string[] Urls(string name, bool required, int maxLength = int.MaxValue)
    {
        var urls = Texts(name);
        if (urls.Length == 0 && required)
            Refuse(GatewayErrors.UrlsRequired);
        else if (urls.Length > MaxItems)
            Refuse(string.Create(CultureInfo.InvariantCulture, $"{name} must not hold more than {MaxItems} items"));
        else if (urls.Any(url => url.Length > maxLength))
            Refuse(string.Create(CultureInfo.InvariantCulture, $"{name} must not be longer than {maxLength} characters each"));
        else if (!urls.All(IsWebAddress))
            Refuse($"{name} must be http or https addresses");
        return urls;
    }

    public static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private JsonElement? Find(string name) =>
        Refusal is null && _root.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    [GeneratedRegex(@"^[a-zA-Z0-9._-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandUidPattern();
}
