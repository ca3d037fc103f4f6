namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>
/// The mapping files of the session gateway: <c>&lt;endpoint&gt;.&lt;case&gt;</c> for one endpoint, <c>failure.&lt;case&gt;</c> for any.
/// </summary>
public static class GatewayMapping
{
    /// <summary>With this begin the names of the mappings that fit any endpoint.</summary>
    public const string FailurePrefix = "failure.";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "SessionGateway", "mappings");

    /// <summary>The names of all files, without folder and extension, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The text of one file, placeholders unreplaced.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Read(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"No mapping '{name}'. There are: {string.Join(", ", Names)}.", nameof(name));
        return File.ReadAllText(Path.Combine(Folder, name + ".json"));
    }
}
