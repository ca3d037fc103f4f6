using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What every command is wrapped in.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
internal sealed record CommandMessage<TCommand>
    where TCommand : SignalWireCommand
{
    /// <summary>Where the parameters are.</summary>
    public const string ParametersField = "params";

    /// <summary>The command's name.</summary>
    [JsonPropertyName("command")]
    public required string Command { get; init; }

    /// <summary>The call; null for a command that has it elsewhere, or has none.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>The parameters; an empty object where there are none.</summary>
    [JsonPropertyName(ParametersField)]
    public required TCommand Parameters { get; init; }
}
