using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Telnyx has taken a command; what becomes of it is told by events.</summary>
/// <remarks>Status 200; an answer without data counts as one too, for the status says it all.</remarks>
public abstract record TelnyxCommandResult : TelnyxAnswer
{
    private protected TelnyxCommandResult()
    {
    }

    /// <summary><c>ok</c> in all that is documented; null where the answer does not say.</summary>
    [JsonPropertyName("result")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Result { get; init; }

    /// <summary>The command's id as it was sent, which the answer does not repeat; <c>default</c> for a command without one.</summary>
    [JsonIgnore]
    public OperationId CommandId { get; init; }
}
