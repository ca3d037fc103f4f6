using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where a step of a payment stands: <c>payment_status</c> of <c>call.payment.progress</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallPaymentStatus>))]
public readonly record struct CallPaymentStatus : IVendorWord<CallPaymentStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public CallPaymentStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Done.</summary>
    public static CallPaymentStatus Completed => new("completed");

    /// <summary>Failed.</summary>
    public static CallPaymentStatus Failed => new("failed");

    /// <summary>Under way.</summary>
    public static CallPaymentStatus Processing => new("processing");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static CallPaymentStatus IVendorWord<CallPaymentStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
