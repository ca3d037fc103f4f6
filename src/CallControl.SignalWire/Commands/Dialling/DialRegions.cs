using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where the vendor places a call: one region, or several in the order of preference.</summary>
/// <remarks>On the wire a text for one, an array for several.</remarks>
[JsonConverter(typeof(DialRegionsConverter))]
public sealed record DialRegions : SignalWireCommandPart
{
    private DialRegions(IReadOnlyList<string> names) => Names = names;

    /// <summary>The regions, at least one.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One region.</summary>
    /// <param name="name">The vendor's name of it.</param>
    public static implicit operator DialRegions(string name) => Of([name]);

    /// <summary>One region, or several.</summary>
    /// <param name="names">The vendor's names of them, the preferred one first; copied.</param>
    public static DialRegions Of(params IEnumerable<string> names) => new([.. names]);

    internal override void Validate(ViolationList violations, string field)
    {
        if (Names.Count == 1)
            violations.CheckRequired(field, Names[0]);
        else
            violations.CheckCount(field, Names.Count, 1);

        if (Names.Count > 1)
            violations.CheckTexts(field, Names);
    }
}
