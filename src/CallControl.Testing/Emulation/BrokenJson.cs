namespace CallControl.Testing.Emulation;

/// <summary>JSON as it looks when a connection or a writer fails half-way.</summary>
internal static class BrokenJson
{
    /// <summary>The first half of an object's text, which never closes.</summary>
    public static string Of(string json) => json[..Math.Max(1, json.Length / 2)];
}
