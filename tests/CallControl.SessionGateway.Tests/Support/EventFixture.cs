namespace CallControl.SessionGateway.Tests;

/// <summary>The webhook bodies below <c>Fixtures/events</c>. What is in the folder is what is tested.</summary>
internal static class EventFixture
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "events");

    /// <summary>Every body by its name, <c>call.new/nested</c>, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The folders: names of events, and <c>unknown</c> and <c>malformed</c>.</summary>
    public static IReadOnlyList<string> Folders { get; } = [.. Names.Select(FolderOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The first part of a name.</summary>
    public static string FolderOf(string name) => name[..name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The bytes as they stand in the file.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    /// <summary>The event that is in the bytes.</summary>
    public static SessionGatewayEvent Parse(string name)
    {
        SessionGatewayEventParser.TryParse(Read(name), out var value, out var problem).Should().BeTrue("of '{0}'", problem);
        return value!;
    }
}
