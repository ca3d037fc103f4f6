using System.Text.Json;

namespace CallControl.Telnyx.Tests;

/// <summary>A vector of RFC 8032, section 7.1.</summary>
internal sealed record Rfc8032Vector(string Name, byte[] Seed, byte[] Key, byte[] Message, byte[] Signature)
{
    public static IReadOnlyList<Rfc8032Vector> All { get; } = Read();

    public static Rfc8032Vector Named(string name) => All.Single(vector => vector.Name == name);

    private static List<Rfc8032Vector> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures/signature/rfc8032.json")));
        return [.. file.RootElement.EnumerateArray().Select(each => new Rfc8032Vector(
            each.GetProperty("name").GetString()!, Hex(each, "seed"), Hex(each, "key"), Hex(each, "message"), Hex(each, "signature")))];
    }

    private static byte[] Hex(JsonElement element, string name) => Convert.FromHexString(element.GetProperty(name).GetString()!);
}
