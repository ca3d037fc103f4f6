using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A command to one session: <c>POST /api/v1/sessions/{uuid}/commands/...</c>.</summary>
/// <remarks>
/// The gateway answers 202 at once and reports later, by events that carry <see cref="CommandUid"/>. An instance stands for one command: sent
/// a second time, or copied by <c>with</c>, it keeps its id. Source: <c>/endpoints/call-control/</c>.
/// </remarks>
public abstract record SessionCommand : SessionGatewayCommand
{
    private const string CommandUidField = "command_uid";

    private protected SessionCommand(string path, CooldownGroup? cooldown = null)
    {
        Path = path;
        Cooldown = cooldown;
        CommandUid = SessionGatewayCommandUid.New(path);
    }

    /// <summary>Names the command in its events, and, as the vendor says, keeps a repetition of it from being carried out twice.</summary>
    /// <value>1 to 128 of <c>[A-Za-z0-9._-]</c>; made by <see cref="SessionGatewayCommandUid.New"/> by default. Always sent: the answer does not repeat the one that the gateway would make.</value>
    /// <remarks>Unverified: how long a repetition is recognised, and how it is answered.</remarks>
    [JsonPropertyName(CommandUidField)]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId CommandUid { get; init; }

    /// <summary>The end of the path: <c>playback/start</c>.</summary>
    internal string Path { get; }

    /// <summary>Whose pause it keeps; null for none.</summary>
    internal CooldownGroup? Cooldown { get; }

    /// <summary>Is told right before the command is sent; null for nobody.</summary>
    [JsonIgnore]
    internal IBeforeSending? BeforeSending { get; set; }

    internal override void Validate(ViolationList violations)
    {
        violations.CheckText(
            CommandUidField, CommandUid.Value, 1, VendorText.LongestCommandUid, VendorText.CommandUidCharacters, "letters, digits, dots, underscores and hyphens");
        if (AdditionalProperties?.ContainsKey(CommandUidField) == true)
            violations.Add(CommandUidField, "must be set as CommandUid, not among the additional properties");
    }
}
