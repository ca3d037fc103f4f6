using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What is wrong with one request, in the order it was found.</summary>
internal sealed class TelnyxFindings(bool refuseUnknown) : SchemaFindings
{
    private readonly List<TelnyxError> _errors = [];

    public IReadOnlyList<TelnyxError> Errors => _errors;

    public void Add(string code, string detail, string pointer) => _errors.Add(TelnyxError.Unprocessable(code, detail, pointer));

    public override void Report(SchemaProblem problem, string detail, string pointer)
    {
        if (problem is not SchemaProblem.Unknown || refuseUnknown)
            Add(CodeOf(problem), detail, pointer);
    }

    private static string CodeOf(SchemaProblem problem) => problem switch
    {
        SchemaProblem.Missing => TelnyxErrors.MissingParameter,
        SchemaProblem.Type => TelnyxErrors.ParameterType,
        SchemaProblem.NotInEnumeration => TelnyxErrors.NotInEnumeration,
        SchemaProblem.Length => TelnyxErrors.Length,
        SchemaProblem.Uuid => TelnyxErrors.InvalidId,
        SchemaProblem.Base64 => TelnyxErrors.ClientState,
        SchemaProblem.Url => TelnyxErrors.InvalidUrl,
        SchemaProblem.Unknown or SchemaProblem.Alternatives => TelnyxErrors.Unprocessable,
        _ => TelnyxErrors.OutOfRange,
    };
}
