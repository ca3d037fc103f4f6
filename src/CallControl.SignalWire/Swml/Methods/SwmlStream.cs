using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Begins to send the call's audio to a socket, and goes on at once. For audio both ways see <see cref="SwmlConnect"/> with <c>stream:</c>.</summary>
/// <remarks>Unverified: it is in the vendor's newest schema, without a page.</remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The vendor's word.")]
public sealed record SwmlStream() : SwmlObjectMethod("stream")
{
    /// <summary>Streams the call.</summary>
    /// <param name="url">See <see cref="Url"/>.</param>
    [SetsRequiredMembers]
    public SwmlStream(Uri url)
        : this() => Url = url;

    /// <summary>The socket.</summary>
    /// <value>An absolute wss address.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    /// <summary>Names the stream, for <see cref="SwmlStopStream"/>.</summary>
    /// <value>Not empty. Null, the default, lets the vendor choose; the variable <c>stream_control_id</c> then holds it.</value>
    [JsonPropertyName("control_id")]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? ControlId { get; init; }

    /// <summary>The stream's name.</summary>
    [JsonPropertyName("name")]
    public string? StreamName { get; init; }

    /// <summary>Whose audio is sent.</summary>
    /// <value>Null, the default, is <see cref="SwmlStreamTrack.Inbound"/>.</value>
    [JsonPropertyName("track")]
    public SwmlStreamTrack? Track { get; init; }

    /// <summary>The audio's codec.</summary>
    /// <value>As the socket's server wants it: PCMU, PCMA, OPUS. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("codec")]
    public string? Codec { get; init; }

    /// <summary>Where <c>calling.call.stream</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>How it is sent.</summary>
    /// <value>GET or POST. Null, the default, is POST.</value>
    [JsonPropertyName("status_url_method")]
    public SwmlHttpMethod? StatusUrlMethod { get; init; }

    /// <summary>The token that the socket's server is given in the header <c>Authorization</c>.</summary>
    [JsonPropertyName("authorization_bearer_token")]
    public string? AuthorizationBearerToken { get; init; }

    /// <summary>What the socket's server is told at the start.</summary>
    [JsonPropertyName("custom_parameters")]
    public IReadOnlyDictionary<string, string>? CustomParameters { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Url is null)
            violations.Add(field + ".url", "must be given");

        SwmlRules.SocketUrl(violations, field + ".url", Url);
        violations.CheckId(field + ".control_id", ControlId?.Value);
        violations.CheckId(field + ".codec", Codec);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        violations.CheckWord(field + ".track", Track);
        violations.CheckWord(field + ".status_url_method", StatusUrlMethod);
    }
}
