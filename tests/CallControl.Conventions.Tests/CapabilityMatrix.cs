using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Conventions.Tests;

/// <summary>Writes <c>docs/capability-matrix.md</c> from what the providers declare.</summary>
internal static class CapabilityMatrix
{
    public static IReadOnlyList<ProviderDescriptor> Descriptors()
    {
        using var services = new ServiceCollection()
            .AddCallControl(calls => calls
                .AddSessionGateway(options =>
                {
                    options.BaseUrl = new Uri("https://gateway.example.com");
                    options.AppId = "matrix";
                    options.ApiKey = "matrix-matrix-matrix";
                    options.AllowUnsignedWebhooks = true;
                })
                .AddTelnyx(options =>
                {
                    options.ApiKey = "matrix-matrix-matrix";
                    options.AllowUnsignedWebhooks = true;
                })
                .AddSignalWire(options =>
                {
                    options.SpaceUrl = new Uri("https://space.example.com");
                    options.ProjectId = "matrix";
                    options.ApiToken = "matrix-matrix-matrix";
                    options.AllowUnsignedRequests = true;
                })
                .AddCallr(options => options.AllowUnauthenticatedRequests = true))
            .BuildServiceProvider();
        return [.. services.GetServices<Providers.ProviderRegistration>().Select(each => services.GetRequiredKeyedService<ICallControl>(each.Name).Provider)];
    }

    public static string Write(IReadOnlyList<ProviderDescriptor> providers)
    {
        var text = new StringBuilder();
        text.Append("# What each provider can do\n\n");
        text.Append("Generated from the code (`Provider.Capabilities`); a test keeps it true. *native*: a command or option of the vendor's own.\n");
        text.Append("*composed*: built of several of the vendor's commands. *no*: refused before anything is sent.\n\n");
        text.Append("| feature | ").AppendJoin(" | ", providers.Select(provider => provider.Vendor)).Append(" |\n");
        text.Append("|---|").AppendJoin("|", providers.Select(_ => "---")).Append("|\n");
        foreach (var feature in Enum.GetValues<CallFeature>())
            text.Append("| ").Append(feature).Append(" | ").AppendJoin(" | ", providers.Select(provider => Word(provider.Capabilities[feature]))).Append(" |\n");

        foreach (var provider in providers)
        {
            text.Append("\n## ").Append(provider.Vendor).Append("\n\n| feature | | limits, or what to do instead |\n|---|---|---|\n");
            foreach (var capability in provider.Capabilities)
                text.Append("| ").Append(capability.Feature).Append(" | ").Append(Word(capability)).Append(" | ").Append(capability.Note).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Word(Capability capability) => capability.Support switch
    {
        CapabilitySupport.Native => "native",
        CapabilitySupport.Composed => "composed",
        _ => "no",
    };
}
