using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Runs the steps that belong to a variable's value.</summary>
/// <remarks>Where no case fits and there is no default, the vendor takes it for a fault.</remarks>
/// <example><code>new SwmlSwitch("connect_result") { Default = [SwmlSleep.Forever] }.WithCase("connected", new SwmlHangup())</code></example>
public sealed record SwmlSwitch() : SwmlBranch("switch")
{
    private IDictionary<string, JsonElement>? _unlistedMembers;

    /// <summary>Chooses by a variable's value.</summary>
    /// <param name="variable">Its name.</param>
    public SwmlSwitch(string variable)
        : this() => Variable = variable;

    /// <summary>The variable's name.</summary>
    /// <value><c>connect_result</c>, <c>call.type</c>. Null, the default, only where it belongs to a method's result.</value>
    [JsonPropertyName("variable")]
    public string? Variable { get; init; }

    /// <summary>The steps by the variable's value.</summary>
    /// <value>At least one case.</value>
    [JsonPropertyName("case")]
    public IReadOnlyDictionary<string, IReadOnlyList<SwmlMethod>> Cases
    {
        get => field ?? ReadOnlyDictionary<string, IReadOnlyList<SwmlMethod>>.Empty;
        init;
    }

    /// <summary>The steps where no case fits.</summary>
    [JsonPropertyName("default")]
    public IReadOnlyList<SwmlMethod>? Default { get; init; }

    /// <summary>Parameters besides those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing. A parameter that is set as a property must not be in it. Copied, both ways.</value>
    [JsonIgnore]
    public JsonObject? AdditionalProperties
    {
        get => SwmlMembers.ToObject(_unlistedMembers);
        init => _unlistedMembers = SwmlMembers.FromObject(value);
    }

    /// <summary>The same, for the serialiser.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? UnlistedMembers
    {
        get => _unlistedMembers;
        set => _unlistedMembers = value;
    }

    /// <summary>The same with one more case, or with another one in the place of that of the same value.</summary>
    /// <param name="value">The variable's value.</param>
    /// <param name="methods">The steps.</param>
    public SwmlSwitch WithCase(string value, params IReadOnlyList<SwmlMethod> methods)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(methods);
        var cases = new OrderedDictionary<string, IReadOnlyList<SwmlMethod>>(Cases, StringComparer.Ordinal) { [value] = methods };
        return this with { Cases = new ReadOnlyDictionary<string, IReadOnlyList<SwmlMethod>>(cases) };
    }

    internal override void WriteParameters(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, this, SwmlJsonContext.Default.SwmlSwitch);

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".variable", Variable);
        ValidateCases(violations, field);
    }

    /// <summary>The rules that hold for a method's result as well.</summary>
    internal void ValidateCases(ViolationList violations, string field)
    {
        SwmlRules.AdditionalProperties(violations, field, this, _unlistedMembers);
        SwmlRules.NotEmpty(violations, field + ".case", Cases);
        foreach (var (value, methods) in Cases)
            SwmlRules.Methods(violations, $"{field}.case.{value}", methods);

        SwmlRules.Methods(violations, field + ".default", Default);
    }
}
