using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>One of several destinations of <see cref="SwmlConnect"/>. What is set here goes before what is set there.</summary>
public sealed record SwmlConnectDestination() : SwmlPart
{
    private const string StreamPrefix = "stream:";

    /// <summary>A destination.</summary>
    /// <param name="to">See <see cref="SwmlConnect.To"/>.</param>
    [SetsRequiredMembers]
    public SwmlConnectDestination(string to)
        : this() => To = to;

    /// <summary>The destination.</summary>
    /// <value>As <see cref="SwmlConnect.To"/>; not empty.</value>
    [JsonPropertyName("to")]
    public required string To { get; init; }

    /// <summary>The caller's number that is shown.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The caller's name that is shown, to SIP destinations only.</summary>
    [JsonPropertyName("from_name")]
    public string? FromName { get; init; }

    /// <summary>The codecs that are offered, as <see cref="SwmlConnect.Codecs"/>.</summary>
    [JsonPropertyName("codecs")]
    public string? Codecs { get; init; }

    /// <summary>The user's name for the authentication at a SIP destination.</summary>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The password that goes with <see cref="Username"/>.</summary>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    /// <summary>How long it rings, in seconds.</summary>
    /// <value>Null, the default, is 60.</value>
    [JsonPropertyName("timeout")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>Where <c>calling.call.state</c> of the leg is sent to.</summary>
    /// <value>An absolute http or https address; may hold a user's name and password.</value>
    [JsonPropertyName("call_state_url")]
    public Uri? CallStateUrl { get; init; }

    /// <summary>Which states are sent there.</summary>
    /// <value>Null, the default, is <see cref="SwmlLegState.Ended"/> only.</value>
    [JsonPropertyName("call_state_events")]
    public IReadOnlyList<SwmlLegState>? CallStateEvents { get; init; }

    /// <summary>What runs on the leg before it is connected.</summary>
    [JsonPropertyName("confirm")]
    public SwmlConfirm? Confirm { get; init; }

    /// <summary>How long <see cref="Confirm"/> may take, in seconds.</summary>
    [JsonPropertyName("confirm_timeout")]
    public int? ConfirmTimeoutSeconds { get; init; }

    /// <summary>Whether the media of a SIP call is encrypted.</summary>
    [JsonPropertyName("encryption")]
    public SwmlEncryption? Encryption { get; init; }

    /// <summary>The stream's name. For <c>stream:</c> only.</summary>
    [JsonPropertyName("name")]
    public string? StreamName { get; init; }

    /// <summary>The stream's codec, as <see cref="SwmlConnect.Codec"/>. For <c>stream:</c> only.</summary>
    [JsonPropertyName("codec")]
    public string? Codec { get; init; }

    /// <summary>Whether the stream is in real time, both ways. For <c>stream:</c> only.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("realtime")]
    public bool? Realtime { get; init; }

    /// <summary>Where <c>calling.call.stream</c> is sent to. For <c>stream:</c> only.</summary>
    /// <value>An absolute http or https address.</value>
    /// <remarks>Unverified: the vendor's page has it, its schema does not.</remarks>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>How it is sent. For <c>stream:</c> only.</summary>
    /// <value>GET or POST. Null, the default, is POST.</value>
    [JsonPropertyName("status_url_method")]
    public SwmlHttpMethod? StatusUrlMethod { get; init; }

    /// <summary>The token that the socket's server is given in the header <c>Authorization</c>. For <c>stream:</c> only.</summary>
    [JsonPropertyName("authorization_bearer_token")]
    public string? AuthorizationBearerToken { get; init; }

    /// <summary>What the socket's server is told at the start. For <c>stream:</c> only.</summary>
    [JsonPropertyName("custom_parameters")]
    public IReadOnlyDictionary<string, string>? CustomParameters { get; init; }

    internal static void Validate(ViolationList violations, string field, IReadOnlyList<SwmlConnectDestination>? destinations)
    {
        SwmlRules.NotEmpty(violations, field, destinations);
        for (var i = 0; i < destinations?.Count; i++)
        {
            if (destinations[i] is { } destination)
                destination.Validate(violations, ViolationListExtensions.Item(field, i));
            else
                violations.Add(ViolationListExtensions.Item(field, i), "must be given");
        }
    }

    internal static void ValidateTo(ViolationList violations, string field, string? to)
    {
        violations.CheckId(field, to);
        if (to is not null && to.StartsWith(StreamPrefix, StringComparison.OrdinalIgnoreCase))
            SwmlRules.SocketUrl(violations, field, to[StreamPrefix.Length..]);
    }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".to", To);
        if (!string.IsNullOrWhiteSpace(To))
            ValidateTo(violations, field + ".to", To);

        violations.CheckId(field + ".from", From);
        violations.CheckId(field + ".codecs", Codecs);
        violations.CheckAtLeast(field + ".timeout", TimeoutSeconds, 0);
        SwmlRules.Url(violations, field + ".call_state_url", CallStateUrl);
        Confirm?.Validate(violations, field + ".confirm");
        violations.CheckAtLeast(field + ".confirm_timeout", ConfirmTimeoutSeconds, 0);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        violations.CheckWords(field + ".call_state_events", CallStateEvents);
        violations.CheckWord(field + ".encryption", Encryption);
        violations.CheckWord(field + ".status_url_method", StatusUrlMethod);
    }
}
