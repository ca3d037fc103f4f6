namespace CallControl.Testing;

/// <summary>What is wrong with one request, in the order it was found.</summary>
internal sealed class SchemaFindings(bool refuseUnknown)
{
    private readonly List<TelnyxError> _errors = [];

    public IReadOnlyList<TelnyxError> Errors => _errors;

    public void Add(string code, string detail, string pointer) => _errors.Add(TelnyxError.Unprocessable(code, detail, pointer));

    public void AddUnknown(string pointer)
    {
        if (refuseUnknown)
            Add(TelnyxErrors.Unprocessable, "The vendor documents no such field.", pointer);
    }
}
