using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>A Voice App of type REALTIME10. Used under the account's lock.</summary>
internal sealed class CallrApp
{
    public const string Type = "REALTIME10";

    private readonly DateTimeOffset _created;

    public CallrApp(string hash, string name, DateTimeOffset created)
    {
        Hash = hash;
        Name = name;
        _created = Updated = created;
    }

    public string Hash { get; }

    public string Name { get; set; }

    /// <summary>Where its calls are controlled from; null for nowhere.</summary>
    public Uri? Url { get; set; }

    public string Login { get; set; } = "";

    public string Password { get; set; } = "";

    public DateTimeOffset Updated { get; set; }

    /// <summary>What its POSTs prove themselves with; null for nothing.</summary>
    public string? Credentials => Login.Length > 0 ? $"{Login}:{Password}" : null;

    /// <summary>The App object. Unverified: the members of a number in <c>did</c>.</summary>
    public JsonObject Describe(IEnumerable<CallrEmulatorDid> dids) => new()
    {
        ["hash"] = Hash,
        ["name"] = Name,
        ["p"] = new JsonObject
        {
            ["url"] = Url?.OriginalString ?? "",
            ["login"] = Login,
            ["password"] = Password,
            ["data_format"] = "JSON",
        },
        ["did"] = new JsonArray([.. dids.Where(did => did.App == Hash).Select(static did => (JsonNode)Describe(did))]),
        ["package"] = new JsonObject { ["name"] = Type, ["type"] = "REALTIME", ["has_did"] = true },
        ["date_creation"] = CallrPost.DateOf(_created),
        ["date_update"] = CallrPost.DateOf(Updated),
    };

    public static JsonObject Describe(CallrEmulatorDid did) => new() { ["hash"] = did.Hash, ["intl_number"] = did.Number };

    /// <summary>Takes over those members of a REALTIME10 object that are there.</summary>
    public void Take(RequestBody p)
    {
        if (p.Text("url") is { } url)
            Url = new Uri(url);
        Login = p.Text("login", Login);
        Password = p.Text("password", Password);
    }
}
