using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Creates a conference room; <c>conference.created</c> follows.</summary>
/// <remarks>Source: <c>/endpoints/conference/</c>.</remarks>
public sealed record CreateConferenceCommand : RoomCommand
{
    private const int LongestName = 64;

    /// <summary>The room's name, which no other room of the application has.</summary>
    /// <value>1 to 64 letters, digits, hyphens and underscores, the first a letter or a digit.</value>
    /// <remarks>A sample event shows a name with a space in it (<c>/webhooks/conference-events/</c>), which the rule here forbids; the rule is followed.</remarks>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        var name = Name ?? "";
        if (name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyExcept(VendorText.NameCharacters) || !VendorText.LettersAndDigits.Contains(name[0]))
            violations.Add("name", "must be 1 to 64 letters, digits, hyphens and underscores and begin with a letter or digit", $"'{name}'");
    }
}
