using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A socket that gets a conference's audio, and may add to it.</summary>
/// <remarks>Unverified: it is in the vendor's newest schema, not on the page.</remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The vendor's word.")]
public sealed record SwmlConferenceStream() : SwmlPart
{
    /// <summary>A socket.</summary>
    /// <param name="url">See <see cref="Url"/>.</param>
    [SetsRequiredMembers]
    public SwmlConferenceStream(Uri url)
        : this() => Url = url;

    /// <summary>The socket.</summary>
    /// <value>An absolute wss address.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    /// <summary>The stream's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The audio's codec, as <see cref="SwmlConnect.Codec"/>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
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

    /// <summary>Whether the socket's server may send audio, too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("realtime")]
    public bool? Realtime { get; init; }

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
        violations.CheckId(field + ".codec", Codec);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        violations.CheckWord(field + ".status_url_method", StatusUrlMethod);
    }
}
