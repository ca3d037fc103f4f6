using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Calls somebody and plays something, without a Real-Time app (<c>calls.broadcast_1</c>).</summary>
/// <remarks>Source: the vendor's page on outbound calls; the options, its SDKs.</remarks>
public sealed record BroadcastCommand
{
    /// <summary>Who is called.</summary>
    public required CallrTarget Target { get; init; }

    /// <summary>What is played, in this order.</summary>
    /// <value>At least one, none of them <see cref="CallrMedia.None"/>. Unverified: how many the vendor takes.</value>
    public required IReadOnlyList<CallrMedia> Messages { get; init; }

    /// <inheritdoc cref="StartCallCommand.CallerId"/>
    public string? CallerId { get; init; }

    /// <summary>A tag of yours for the call detail record.</summary>
    /// <value>At most 32 of <c>A-Z</c>, <c>a-z</c> and <c>0-9</c>. Null, the default, for none.</value>
    public string? CdrField { get; init; }

    /// <summary>How often it is played.</summary>
    /// <value>1 or more; null, the default, leaves it to the vendor. Unverified: the most that it takes.</value>
    public int? Loop { get; init; }

    /// <inheritdoc cref="StartCallCommand.AdditionalProperties"/>
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The kind only: what is in it is a number and texts.</summary>
    public override string ToString() => nameof(BroadcastCommand);

    internal void Validate(ViolationList violations)
    {
        violations.CheckTarget("target", Target);
        if (Messages is not { Count: > 0 })
            violations.Add("messages", "must have at least one");

        for (var i = 0; i < Messages?.Count; i++)
        {
            var field = ViolationListExtensions.Item("messages", i);
            violations.CheckMedia(field, Messages[i]);
            if (Messages[i] == CallrMedia.None)
                violations.Add(field, "must be something to play");
        }

        violations.CheckCallerId("options.cli", CallerId);
        violations.CheckCdrField("options.cdr_field", CdrField);
        violations.CheckAtLeast("options.loop", Loop, 1);
    }

    internal JsonArray ToParameters() => new(
        JsonSerializer.SerializeToNode(Target, CallrJsonContext.Default.CallrTarget),
        new JsonArray([.. Messages.Select(message => JsonSerializer.SerializeToNode(message, CallrJsonContext.Default.CallrMedia))]),
        RpcOptions.Of(CallerId, CdrField, AdditionalProperties, Loop));
}
