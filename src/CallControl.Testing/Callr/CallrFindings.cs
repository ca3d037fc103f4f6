using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What is wrong with parameters, in the words of the vendor's JSON-RPC errors. Unverified: the words for a member that is missing or
/// unknown, and that <c>command_error</c> speaks the same way.
/// </summary>
internal sealed class CallrFindings : SchemaFindings
{
    private readonly List<CallrProblem> _problems = [];

    public IReadOnlyList<CallrProblem> Problems => _problems;

    public override void Report(SchemaProblem problem, string detail, string pointer)
    {
        var code = problem switch
        {
            SchemaProblem.Missing => "PROPERTY_MISSING_ERROR",
            SchemaProblem.Type => "PROPERTY_TYPE_ERROR",
            SchemaProblem.Unknown => "PROPERTY_UNKNOWN_ERROR",
            _ => "PROPERTY_VALUE_ERROR",
        };
        Add($"{code} [{(pointer.Length > 0 ? pointer[1..].Replace('/', '.') : "params")}]", detail);
    }

    public void Add(string error, string detail) => _problems.Add(new CallrProblem(error, detail));
}

/// <summary>One thing that is wrong: what the vendor says, and what a person should know.</summary>
internal sealed record CallrProblem(string Error, string Detail);
