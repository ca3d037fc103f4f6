using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A SIP header: <c>{name, value}</c> in <c>custom_headers</c> and <c>sip_headers</c>, of commands and of events.</summary>
public sealed record SipHeader
{
    /// <summary>The header's name.</summary>
    /// <value>In <c>custom_headers</c> any; in the <c>sip_headers</c> of a command <c>User-to-User</c> only, of an event also <c>Diversion</c>.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The header's value.</summary>
    [JsonPropertyName("value")]
    public required string Value { get; init; }

    /// <summary>The name only: values may be numbers of persons.</summary>
    public override string ToString() => Name;
}
