using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where a tap goes.</summary>
[JsonConverter(typeof(TypedPartConverter<TapDevice>))]
public abstract record TapDevice : SignalWireTypedPart
{
    private protected TapDevice(string kind)
        : base(kind)
    {
    }

    /// <summary>The codec.</summary>
    /// <value>Null, the default, leaves it to the vendor, who does not document it.</value>
    [JsonPropertyName("codec")]
    public TapCodec? Codec { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckWord($"{field}.params.codec", Codec);
}
