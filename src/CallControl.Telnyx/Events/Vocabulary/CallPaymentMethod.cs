using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is paid with: <c>payment_method</c> of <c>call.payment.*</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPaymentMethod>))]
public readonly record struct CallPaymentMethod : IVendorWord<CallPaymentMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPaymentMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A card.</summary>
    public static CallPaymentMethod CreditCard => new("credit-card");

    /// <summary>A bank account in the United States.</summary>
    public static CallPaymentMethod AchDebit => new("ach-debit");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public static CallPaymentMethod Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
