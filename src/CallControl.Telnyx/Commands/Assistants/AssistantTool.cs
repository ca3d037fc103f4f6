using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What an assistant may do, by its kind.</summary>
/// <remarks>A new kind can be given in <see cref="TelnyxCommand.AdditionalProperties"/>.</remarks>
[JsonDerivedType(typeof(BookAppointmentTool))]
[JsonDerivedType(typeof(CheckAvailabilityTool))]
[JsonDerivedType(typeof(HangupTool))]
[JsonDerivedType(typeof(RetrievalTool))]
[JsonDerivedType(typeof(TransferTool))]
[JsonDerivedType(typeof(WebhookTool))]
public abstract record AssistantTool : TelnyxCommandPart
{
    private protected AssistantTool(string kind) => Kind = kind;

    /// <summary>The kind of tool.</summary>
    [JsonPropertyName("type")]
    public string Kind { get; }


    internal static void Validate(ViolationList violations, string field, IReadOnlyList<AssistantTool>? tools)
    {
        for (var i = 0; i < tools?.Count; i++)
            tools[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
    }
}
