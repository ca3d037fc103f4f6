using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Sends a copy of a leg's audio to your WebSocket server, in JSON frames; nothing can be sent back.</summary>
/// <remarks>
/// <c>calling.call.stream</c> follows at the status address. Unverified: that the frames are those that the vendor documents for the streams of its XML documents.
/// </remarks>
public sealed record StreamCommand() : SignalWireOperationCommand("calling.stream")
{
    /// <summary>Your WebSocket server.</summary>
    /// <value>A wss address without a query: use <see cref="CustomParameters"/>.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    /// <summary>The stream's name.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("name")]
    public string? StreamName { get; init; }

    /// <summary>The codec.</summary>
    /// <value><c>PCMU@8000h</c>, <c>L16@16000h</c> or <c>L16@24000h</c>; another one is sent as it is. Null, the default, is the first of them.</value>
    [JsonPropertyName("codec")]
    public string? Codec { get; init; }

    /// <summary>What the stream carries.</summary>
    /// <value>Null, the default, is <see cref="StreamTrack.Inbound"/>.</value>
    [JsonPropertyName("track")]
    public StreamTrack? Track { get; init; }

    /// <summary>Sent to your server as <c>Authorization: Bearer</c> when the stream begins.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("authorization_bearer_token")]
    public string? AuthorizationBearerToken { get; init; }

    /// <summary>Handed to your server when the stream begins.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_parameters")]
    public IReadOnlyDictionary<string, string>? CustomParameters { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>How <see cref="StatusUrl"/> is asked.</summary>
    /// <value>Null, the default, is <see cref="CallbackMethod.Post"/>.</value>
    [JsonPropertyName("status_url_method")]
    public CallbackMethod? StatusUrlMethod { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("url", Url))
            violations.CheckStreamUrl("url", Url);

        violations.CheckWord("track", Track);
        violations.CheckHttpUrl("status_url", StatusUrl);
        violations.CheckWord("status_url_method", StatusUrlMethod);
    }
}
