using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What is wrong with one request, in the order it was found. Unverified: that a missing field is
/// <c>missing_required_parameter</c>, an address of another scheme <c>not_an_http_url</c>, and all else <c>invalid_parameter</c>.
/// </summary>
internal sealed class SignalWireFindings(bool refuseUnknown) : SchemaFindings
{
    private readonly List<SignalWireError> _errors = [];

    public IReadOnlyList<SignalWireError> Errors => _errors;

    public void Add(string code, string message, string attribute) => _errors.Add(new SignalWireError(code, message, attribute));

    public override void Report(SchemaProblem problem, string detail, string pointer)
    {
        if (problem is SchemaProblem.Unknown && !refuseUnknown)
            return;
        var code = problem switch
        {
            SchemaProblem.Missing => SignalWireErrors.MissingParameter,
            SchemaProblem.Url => SignalWireErrors.NotHttp,
            _ => SignalWireErrors.InvalidParameter,
        };
        Add(code, detail, AttributeOf(pointer));
    }

    /// <summary>From "/params/play/0/type" to "play[0].type".</summary>
    private static string AttributeOf(string pointer)
    {
        var name = new StringBuilder();
        var parts = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Length > 1 && parts[0] is "params" ? parts[1..] : parts)
        {
            if (part.All(char.IsAsciiDigit))
                name.Append('[').Append(part).Append(']');
            else
                name.Append(name.Length > 0 ? "." : "").Append(part);
        }

        return name.ToString();
    }
}
