using System.Text.Json;

namespace CallControl.Contract.Tests.Callr;

/// <summary>A method of the vendor's JSON-RPC interface.</summary>
/// <param name="Name">The vendor's name of it; those of its mapping files begin with it, a slash written as a dot.</param>
/// <param name="ClientMethod">The method of the client that is for it.</param>
/// <param name="Parameters">Its parameters, in their order.</param>
/// <param name="Cases">The cases of its fixtures.</param>
public sealed record CallrMethod(string Name, string ClientMethod, IReadOnlyList<string> Parameters, IReadOnlyList<string> Cases)
{
    private static readonly JsonElement List = ReadList();

    /// <summary>The methods of the list that all tests share.</summary>
    public static IReadOnlyList<CallrMethod> All { get; } = [.. List.GetProperty("methods").EnumerateArray().Select(method => new CallrMethod(
        method.GetProperty("method").GetString()!,
        method.GetProperty("client").GetString()!,
        Texts(method.GetProperty("params")),
        Texts(method.GetProperty("cases"))))];

    /// <summary>The methods that the client leaves to <c>InvokeAsync</c>, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> LeftOut { get; } =
        List.GetProperty("left_out").EnumerateObject().ToDictionary(method => method.Name, method => method.Value.GetString()!, StringComparer.Ordinal);

    /// <summary>Whether it goes to one call.</summary>
    public bool ConcernsCall => Parameters is ["callid", ..];

    /// <summary>Finds one by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static CallrMethod Named(string name) =>
        All.FirstOrDefault(method => method.Name == name) ?? throw new ArgumentException($"CALLR has no method '{name}' in the list.", nameof(name));

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static JsonElement ReadList()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Callr", "rpc.json")));
        return document.RootElement.Clone();
    }
}
