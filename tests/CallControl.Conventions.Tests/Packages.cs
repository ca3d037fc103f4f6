using System.Reflection;

namespace CallControl.Conventions.Tests;

/// <summary>The packages under test, and where the repository is.</summary>
internal static class Packages
{
    public const string Abstractions = "CallControl.Abstractions";
    public const string Media = "CallControl.Media";
    public const string Core = "CallControl.Core";
    public const string SessionGateway = "CallControl.SessionGateway";
    public const string Telnyx = "CallControl.Telnyx";
    public const string SignalWire = "CallControl.SignalWire";
    public const string Callr = "CallControl.Callr";
    public const string AspNetCore = "CallControl.AspNetCore";
    public const string Testing = "CallControl.Testing";

    public static readonly string[] All = [Abstractions, Media, Core, SessionGateway, Telnyx, SignalWire, Callr, AspNetCore, Testing];

    public static readonly string[] Providers = [SessionGateway, Telnyx, SignalWire, Callr];

    public static string RepositoryRoot { get; } = FindRoot();

    public static Assembly Load(string package) => Assembly.Load(new AssemblyName(package));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallControl.Sdk.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("CallControl.Sdk.sln was not found above the test's folder.");
    }
}
