using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is paid with.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<PayMethod>))]
public readonly record struct PayMethod : IVendorWord<PayMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public PayMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A card.</summary>
    public static PayMethod CreditCard { get; } = new("credit-card");

    /// <summary>A bank account in the United States.</summary>
    public static PayMethod AchDebit { get; } = new("ach-debit");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static PayMethod IVendorWord<PayMethod>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
