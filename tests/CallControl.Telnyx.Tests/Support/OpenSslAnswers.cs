using System.Collections;
using System.Text.Json;

namespace CallControl.Telnyx.Tests;

/// <summary>What OpenSSL said to each of <see cref="SignatureCases"/>, kept in a file for machines without it.</summary>
internal sealed record OpenSslAnswers(string Version, string Cases, bool[] Answers)
{
    private const string RelativePath = "Fixtures/signature/openssl-answers.json";

    public static OpenSslAnswers Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, RelativePath)));
        var root = file.RootElement;
        var bits = new BitArray(root.GetProperty("answers").GetBytesFromBase64()) { Length = root.GetProperty("count").GetInt32() };
        return new OpenSslAnswers(root.GetProperty("openssl").GetString()!, root.GetProperty("cases").GetString()!, [.. bits.Cast<bool>()]);
    }

    public static OpenSslAnswers Ask()
    {
        var answers = SignatureCases.All.AsParallel().AsOrdered().Select(each =>
        {
            using var openSsl = new LibCrypto(each.Key);
            return openSsl.Verify(each.Signature, each.Message);
        });
        return new OpenSslAnswers(LibCrypto.Version, SignatureCases.Digest(), [.. answers]);
    }

    /// <summary>Writes the file, beside the tests' source and where this run reads it.</summary>
    public void Write()
    {
        var bytes = new byte[(Answers.Length + 7) / 8];
        new BitArray(Answers).CopyTo(bytes, 0);
        var text = $$"""
            {
              "openssl": "{{Version}}",
              "count": {{Answers.Length}},
              "cases": "{{Cases}}",
              "answers": "{{Convert.ToBase64String(bytes)}}"
            }

            """;
        foreach (var folder in new[] { SourceFolder(), AppContext.BaseDirectory })
            File.WriteAllText(Path.Combine(folder, RelativePath), text);
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CallControl.Telnyx.Tests.csproj")))
                return folder.FullName;
        }

        throw new InvalidOperationException("CallControl.Telnyx.Tests.csproj was not found above the test's folder.");
    }
}
