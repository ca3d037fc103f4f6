namespace CallControl.Contract.Tests.Telnyx;

/// <summary>
/// The mapping files of Telnyx: <c>&lt;operation&gt;.&lt;case&gt;</c> for one operation, <c>failure.&lt;case&gt;</c> for any.
/// </summary>
public static class TelnyxMapping
{
    /// <summary>With this begin the names of the mappings that fit any operation.</summary>
    public const string FailurePrefix = "failure.";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Telnyx", "mappings");

    /// <summary>The names of all files, without folder and extension, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The names of the mappings of one operation each.</summary>
    public static IReadOnlyList<string> OfOperations { get; } = [.. Names.Where(name => !IsFailure(name))];

    /// <summary>Whether a mapping or a case fits any operation.</summary>
    public static bool IsFailure(string name) => name.StartsWith(FailurePrefix, StringComparison.Ordinal);

    /// <summary>Operation and case of a name; a mapping that fits any operation is tried on <c>answer</c>.</summary>
    public static (string Operation, string Case) Split(string name)
    {
        if (IsFailure(name)) return ("answer", name);
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return (name[..dot], name[(dot + 1)..]);
    }

    /// <summary>The text of one file, placeholders unreplaced.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Read(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"No mapping '{name}'. There are: {string.Join(", ", Names)}.", nameof(name));
        return File.ReadAllText(Path.Combine(Folder, name + ".json"));
    }
}
