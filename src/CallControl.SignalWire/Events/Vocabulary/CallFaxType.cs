using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What happened to a fax: <c>fax.type</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallFaxType>))]
public readonly record struct CallFaxType : IVendorWord<CallFaxType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallFaxType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A page went over.</summary>
    public static CallFaxType Page { get; } = new("page");

    /// <summary>It is over. Final.</summary>
    public static CallFaxType Finished { get; } = new("finished");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallFaxType IVendorWord<CallFaxType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
