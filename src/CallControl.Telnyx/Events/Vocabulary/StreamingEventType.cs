using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where a stream goes: <c>stream_type</c> of <c>streaming.failed</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<StreamingEventType>))]
public readonly record struct StreamingEventType : IVendorWord<StreamingEventType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public StreamingEventType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>To a WebSocket.</summary>
    public static StreamingEventType WebSocket => new("websocket");

    /// <summary>To Google Dialogflow.</summary>
    public static StreamingEventType Dialogflow => new("dialogflow");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static StreamingEventType IVendorWord<StreamingEventType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
