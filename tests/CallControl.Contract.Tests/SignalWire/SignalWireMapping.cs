namespace CallControl.Contract.Tests.SignalWire;

/// <summary>
/// The mapping files of SignalWire: <c>&lt;operation&gt;.&lt;case&gt;</c> for one operation, <c>any.&lt;case&gt;</c> and <c>failure.&lt;case&gt;</c> for any; and
/// what a success is answered with: <c>answers/&lt;name&gt;</c>.
/// </summary>
public static class SignalWireMapping
{
    /// <summary>With this begin the names of the failures.</summary>
    public const string FailurePrefix = "failure.";

    /// <summary>Takes any operation, whatever its body.</summary>
    public const string Accepted = AnyPrefix + "accepted";

    private const string AnyPrefix = "any.";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "SignalWire");

    /// <summary>The names of all files, without folder and extension, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. NamesIn("mappings")];

    /// <summary>The names of the mappings of one operation each.</summary>
    public static IReadOnlyList<string> OfOperations { get; } = [.. Names.Where(name => !IsGeneral(name))];

    /// <summary>The names of the failures, with their prefix.</summary>
    public static IReadOnlyList<string> Failures { get; } = [.. Names.Where(name => name.StartsWith(FailurePrefix, StringComparison.Ordinal))];

    /// <summary>The names of the answers.</summary>
    public static IReadOnlyList<string> Answers { get; } = [.. NamesIn("answers")];

    /// <summary>Whether a mapping or a case fits any operation.</summary>
    public static bool IsGeneral(string name) =>
        name.StartsWith(FailurePrefix, StringComparison.Ordinal) || name.StartsWith(AnyPrefix, StringComparison.Ordinal);

    /// <summary>Operation and case of a name; a mapping that fits any operation is tried on <c>calling.play</c>.</summary>
    public static (string Operation, string Case) Split(string name)
    {
        if (IsGeneral(name)) return ("calling.play", name);
        var dot = name.LastIndexOf('.');
        return (name[..dot], name[(dot + 1)..]);
    }

    /// <summary>The case of a fixture: what its name has more than the command's.</summary>
    public static string CaseOf(string command, string fixture) =>
        fixture == command + ".json" ? "success" : fixture[(command.Length + 1)..^".json".Length];

    /// <summary>The text of one file, placeholders unreplaced.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Read(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"No mapping '{name}'. There are: {string.Join(", ", Names)}.", nameof(name));
        return File.ReadAllText(Path.Combine(Folder, "mappings", name + ".json"));
    }

    /// <summary>The text of one answer, placeholders unreplaced.</summary>
    public static string ReadAnswer(string name) => File.ReadAllText(Path.Combine(Folder, "answers", name + ".json"));

    /// <summary>The whole body of a command as a fixture has it; the fixture's call is <see cref="FixtureCall"/>.</summary>
    public static string ReadFixture(string file) => File.ReadAllText(Path.Combine(Folder, "commands", file));

    /// <summary>The call of all fixtures.</summary>
    public const string FixtureCall = "e3c0fa8d-6f2b-4d1a-9a1e-5b8c7d2f1a34";

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);
}
