using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How a payment ended: <c>result</c> of <c>call.payment.completed</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPaymentResult>))]
public readonly record struct CallPaymentResult : IVendorWord<CallPaymentResult>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPaymentResult(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It was made.</summary>
    public static CallPaymentResult Success => new("success");

    /// <summary>The payment provider refused or failed.</summary>
    public static CallPaymentResult PaymentConnectorError => new("payment-connector-error");

    /// <summary>Telnyx failed.</summary>
    public static CallPaymentResult InternalError => new("internal-error");

    /// <summary>The party on the line entered too much that does not fit.</summary>
    public static CallPaymentResult TooManyFailedAttempts => new("too-many-failed-attempts");

    /// <summary>It was stopped.</summary>
    public static CallPaymentResult Cancelled => new("cancelled");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPaymentResult IVendorWord<CallPaymentResult>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
