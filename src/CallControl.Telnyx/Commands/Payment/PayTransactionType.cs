using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is done with the payment data.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PayTransactionType>))]
public readonly record struct PayTransactionType : IVendorWord<PayTransactionType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public PayTransactionType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The amount is charged.</summary>
    public static PayTransactionType Charge { get; } = new("charge");

    /// <summary>The data become a token for later.</summary>
    public static PayTransactionType Tokenize { get; } = new("tokenize");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static PayTransactionType IVendorWord<PayTransactionType>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
