using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The positional parameters of one method; each getter refuses what is not documented. Null stands for one left out.</summary>
internal sealed class CallrRpcArguments(IReadOnlyList<JsonElement> values)
{
    public void Take(int min, int max)
    {
        if (values.Count < min)
            throw new CallrRpcException(CallrRpcError.MissingProperty, "MISSING_PARAM");
        if (values.Count > max)
            throw new CallrRpcException(CallrRpcError.BadValue, "TOO_MANY_PARAMS");
    }

    public string Text(int index, string name) => Find(index) is { ValueKind: JsonValueKind.String } value
        ? value.GetString()!
        : throw Wrong(name);

    public string? OptionalText(int index, string name) => Find(index) is null ? null : Text(index, name);

    public ulong CallId(int index, string name = "callid") => Find(index) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetUInt64(out var id) ? id : throw Wrong(name);

    public long Integer(int index, string name) => Find(index) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetInt64(out var number) ? number : throw Wrong(name);

    public bool Flag(int index, string name) => Find(index) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
        ? value.GetBoolean()
        : throw Wrong(name);

    public JsonElement? OptionalObject(int index, string name) => Find(index) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => value,
        _ => throw Wrong(name),
    };

    public JsonElement List(int index, string name) => Find(index) is { ValueKind: JsonValueKind.Array } value ? value : throw Wrong(name);

    /// <summary>A value of a shared type, as whole right or wrong.</summary>
    public JsonElement Whole(int index, string name, string type)
    {
        var value = Find(index) ?? throw Wrong(name);
        var findings = new CallrFindings();
        CallrSchema.TypeOf(type).Check(value, pointer: "", findings);
        return findings.Problems.Count == 0 ? value : throw Wrong(name);
    }

    /// <summary>An object of a shared type, which may be left out; the first member that is wrong is named.</summary>
    public RequestBody? Options(int index, string name, string type)
    {
        if (Find(index) is not { } value)
            return null;
        if (value.ValueKind is not JsonValueKind.Object)
            throw Wrong(name);
        foreach (var member in value.EnumerateObject())
        {
            var findings = new CallrFindings();
            if (CallrSchema.TypeOf(type).FieldOf(member.Name) is { } field)
                field.Check(member.Value, $"/{member.Name}", findings);
            else
                findings.Add("unknown", "");
            if (findings.Problems.Count > 0)
                throw new CallrRpcException(CallrRpcError.BadValue, $"PROPERTY_VALUE_ERROR [{name}.{member.Name}]");
        }

        return new RequestBody(value);
    }

    private static CallrRpcException Wrong(string name) => new(CallrRpcError.BadValue, $"INVALID_PARAM_FORMAT [{name}]");

    private JsonElement? Find(int index) =>
        index < values.Count && values[index].ValueKind is not JsonValueKind.Null ? values[index] : null;
}
