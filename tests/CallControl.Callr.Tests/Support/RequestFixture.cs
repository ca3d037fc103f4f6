namespace CallControl.Callr.Tests;

/// <summary>The requests below <c>Fixtures/requests</c>. What is in the folder is what is tested.</summary>
internal static class RequestFixture
{
    private static string Folder => CommandList.Fixture("requests");

    /// <summary>Every request by its name, <c>play/failed</c>, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The names of one folder's requests.</summary>
    public static IEnumerable<string> NamesIn(string folder) => Names.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The bytes as they stand in the file.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    /// <summary>The request that is in the file.</summary>
    public static RealTimeRequest Parse(string name) => Parse(Read(name));

    /// <summary>The request that is in the bytes.</summary>
    public static RealTimeRequest Parse(ReadOnlyMemory<byte> body)
    {
        RealTimeRequestParser.TryParse(body, out var request, out var problem).Should().BeTrue("of '{0}'", problem);
        problem.Should().BeNull();
        return request!;
    }
}
