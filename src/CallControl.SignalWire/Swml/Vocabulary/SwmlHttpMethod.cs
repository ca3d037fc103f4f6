using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>An HTTP method.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<SwmlHttpMethod>))]
public readonly record struct SwmlHttpMethod : IVendorWord<SwmlHttpMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public SwmlHttpMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>GET.</summary>
    public static SwmlHttpMethod Get { get; } = new("GET");

    /// <summary>POST.</summary>
    public static SwmlHttpMethod Post { get; } = new("POST");

    /// <summary>PUT; for requests only.</summary>
    public static SwmlHttpMethod Put { get; } = new("PUT");

    /// <summary>DELETE; for requests only.</summary>
    public static SwmlHttpMethod Delete { get; } = new("DELETE");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static SwmlHttpMethod IVendorWord<SwmlHttpMethod>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
