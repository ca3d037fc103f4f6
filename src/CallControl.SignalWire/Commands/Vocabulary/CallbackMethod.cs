using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How the vendor asks one of your addresses.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallbackMethod>))]
public readonly record struct CallbackMethod : IVendorWord<CallbackMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallbackMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>With a body; the default.</summary>
    public static CallbackMethod Post { get; } = new("POST");

    /// <summary>Without a body. Unverified: how what is told is put into the address.</summary>
    public static CallbackMethod Get { get; } = new("GET");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallbackMethod IVendorWord<CallbackMethod>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
