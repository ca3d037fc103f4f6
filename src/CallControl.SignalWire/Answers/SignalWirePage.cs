using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>One page of a list.</summary>
public abstract record SignalWirePage : SignalWireAnswer
{
    private protected SignalWirePage()
    {
    }

    /// <summary>Where the page's neighbours are; null where the answer does not say.</summary>
    [JsonPropertyName("links")]
    [JsonConverter(typeof(ForgivingObjectConverter<SignalWirePageLinks>))]
    public SignalWirePageLinks? Links { get; init; }
}
