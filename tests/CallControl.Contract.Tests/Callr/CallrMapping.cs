using System.Text.Json.Nodes;

namespace CallControl.Contract.Tests.Callr;

/// <summary>The mapping files of CALLR: <c>&lt;method&gt;.&lt;case&gt;</c> for one method, <c>failure.&lt;case&gt;</c> for any.</summary>
public static class CallrMapping
{
    /// <summary>With this begin the names of the failures.</summary>
    public const string FailurePrefix = "failure.";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Callr");

    /// <summary>The names of all files, without folder and extension, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "mappings"), "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The names of the mappings of one method each.</summary>
    public static IReadOnlyList<string> OfMethods { get; } = [.. Names.Where(name => !IsFailure(name))];

    /// <summary>The cases of the failures, without their prefix.</summary>
    public static IReadOnlyList<string> Failures { get; } = [.. Names.Where(IsFailure).Select(name => name[FailurePrefix.Length..])];

    /// <summary>Whether a mapping or a case fits any method.</summary>
    public static bool IsFailure(string name) => name.StartsWith(FailurePrefix, StringComparison.Ordinal);

    /// <summary>Method and case of a name; a failure is tried on <c>calls.hangup</c>.</summary>
    public static (string Method, string Case) Split(string name)
    {
        if (IsFailure(name)) return ("calls.hangup", name);
        var dot = name.LastIndexOf('.');
        return (CallrMethod.All.Single(method => method.Name.Replace('/', '.') == name[..dot]).Name, name[(dot + 1)..]);
    }

    /// <summary>The text of one file, placeholders unreplaced.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static string Read(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new ArgumentException($"No mapping '{name}'. There are: {string.Join(", ", Names)}.", nameof(name));
        return File.ReadAllText(Path.Combine(Folder, "mappings", name + ".json"));
    }

    /// <summary>A fixture: <c>params</c> and <c>result</c>.</summary>
    public static JsonObject ReadFixture(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "rpc", file)))!.AsObject();
}
