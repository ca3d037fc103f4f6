using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a language model of your own is authenticated to.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<LlmAuthentication>))]
public readonly record struct LlmAuthentication : IVendorWord<LlmAuthentication>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public LlmAuthentication(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>By a token.</summary>
    public static LlmAuthentication Token { get; } = new("token");

    /// <summary>By a client certificate.</summary>
    public static LlmAuthentication Certificate { get; } = new("certificate");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static LlmAuthentication IVendorWord<LlmAuthentication>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
