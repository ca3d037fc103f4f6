using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a payment ended: <c>result</c> of <c>calling.call.pay</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPayResult>))]
public readonly record struct CallPayResult : IVendorWord<CallPayResult>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPayResult(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It was made, or the token is there.</summary>
    public static CallPayResult Success { get; } = new("success");

    /// <summary>The caller failed too often.</summary>
    public static CallPayResult TooManyFailedAttempts { get; } = new("too-many-failed-attempts");

    /// <summary>The connector failed.</summary>
    public static CallPayResult PaymentConnectorError { get; } = new("payment-connector-error");

    /// <summary>The caller pressed the star key.</summary>
    public static CallPayResult CallerInterruptedWithStar { get; } = new("caller-interrupted-with-star");

    /// <summary>It was stopped.</summary>
    public static CallPayResult RelayPayStop { get; } = new("relay-pay-stop");

    /// <summary>The caller hung up.</summary>
    public static CallPayResult CallerHungUp { get; } = new("caller-hung-up");

    /// <summary>What was asked for is not valid.</summary>
    public static CallPayResult ValidationError { get; } = new("validation-error");

    /// <summary>The vendor failed.</summary>
    public static CallPayResult InternalError { get; } = new("internal-error");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPayResult IVendorWord<CallPayResult>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
