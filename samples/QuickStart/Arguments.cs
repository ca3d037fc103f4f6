using System.Diagnostics.CodeAnalysis;

namespace QuickStart;

/// <summary>The command line: <c>[--provider NAME] [--help]</c>.</summary>
internal static class Arguments
{
    private const int WrongUsage = 2;

    private static readonly Func<IProviderDemo>[] Demos = [() => new SessionGatewayDemo(), () => new TelnyxDemo(), () => new SignalWireDemo(), () => new CallrDemo()];

    public static bool TryParse(string[] args, [NotNullWhen(true)] out IProviderDemo? demo, out int exitCode)
    {
        var demos = Demos.Select(create => create()).ToArray();
        demo = null;
        exitCode = 0;
        switch (args)
        {
            case []:
                demo = demos[0];
                return true;
            case ["--help" or "-h"]:
                Console.WriteLine(Usage(demos));
                return false;
            case ["--provider", var name] when demos.FirstOrDefault(each => each.Name == name) is { } wanted:
                demo = wanted;
                return true;
            case ["--provider", var name]:
                Console.Error.WriteLine($"There is no provider '{name}'.");
                break;
            default:
                Console.Error.WriteLine($"Not understood: {string.Join(' ', args)}");
                break;
        }

        Console.Error.WriteLine(Usage(demos));
        exitCode = WrongUsage;
        return false;
    }

    private static string Usage(IProviderDemo[] demos) =>
        $"""
        QuickStart: one whole call on a vendor's emulator, without an account or a network.

          --provider NAME   the vendor: {string.Join(", ", demos.Select(demo => demo.Name))} (default: {demos[0].Name})
          --help            this text
        """;
}
