using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Which packets a fork copies.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ForkStreamType>))]
public readonly record struct ForkStreamType : IVendorWord<ForkStreamType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ForkStreamType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>As they are on the network; no longer in the documentation of starting a fork.</summary>
    public static ForkStreamType Raw { get; } = new("raw");

    /// <summary>Plain RTP.</summary>
    public static ForkStreamType Decrypted { get; } = new("decrypted");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ForkStreamType IVendorWord<ForkStreamType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
