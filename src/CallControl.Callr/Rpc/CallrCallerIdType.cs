using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>What a caller id is for.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallrCallerIdType>))]
public readonly record struct CallrCallerIdType : IVendorWord<CallrCallerIdType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallrCallerIdType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>For calls.</summary>
    public static CallrCallerIdType Call { get; } = new("CALL");

    /// <summary>For text messages.</summary>
    public static CallrCallerIdType Sms { get; } = new("SMS");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallrCallerIdType IVendorWord<CallrCallerIdType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
