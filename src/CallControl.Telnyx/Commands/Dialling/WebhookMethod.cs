using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How webhooks are delivered.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<WebhookMethod>))]
public readonly record struct WebhookMethod : IVendorWord<WebhookMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public WebhookMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>As a JSON body.</summary>
    public static WebhookMethod Post { get; } = new("POST");

    /// <summary>In the query of the address.</summary>
    public static WebhookMethod Get { get; } = new("GET");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static WebhookMethod IVendorWord<WebhookMethod>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
