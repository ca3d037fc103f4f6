using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Makes a call that a Real-Time app controls (<c>calls.realtime</c>).</summary>
/// <remarks>Source: the vendor's page on outbound calls; the options, its SDKs.</remarks>
public sealed record StartCallCommand
{
    /// <summary>The app, by hash: the vendor asks its address what to do once the call is up.</summary>
    /// <value>Eight characters of <c>A-Z</c> and <c>0-9</c>; the app must be of type <c>REALTIME10</c>.</value>
    public required string App { get; init; }

    /// <summary>Who is called.</summary>
    public required CallrTarget Target { get; init; }

    /// <summary>What the called party sees as the caller (<c>cli</c>).</summary>
    /// <value>
    /// <c>BLOCKED</c>, a number of yours, or one that the vendor has authorised (<see cref="ICallrClient.ListAuthorizedCallerIdsAsync"/>): <c>+</c> with 6 to 15 digits. Null, the
    /// default, leaves it to the vendor; unverified: what it takes then.
    /// </value>
    public string? CallerId { get; init; }

    /// <summary>A tag of yours, which comes back with every request for the call, and in its call detail record.</summary>
    /// <value>At most 32 of <c>A-Z</c>, <c>a-z</c> and <c>0-9</c>. Null, the default, for none: the vendor refuses null itself, so that it is never sent.</value>
    public string? CdrField { get; init; }

    /// <summary>Members to put into the options besides, or instead of, those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing.</value>
    /// <remarks>For members that this version does not know; they are not checked. Not copied: do not change it while the command is in use.</remarks>
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The app only: the numbers stay out of logs.</summary>
    public override string ToString() => $"{nameof(StartCallCommand)} {{ App = {App} }}";

    internal void Validate(ViolationList violations)
    {
        violations.CheckHash("app", App);
        violations.CheckTarget("target", Target);
        violations.CheckCallerId("options.cli", CallerId);
        violations.CheckCdrField("options.cdr_field", CdrField);
    }

    internal JsonArray ToParameters() =>
        new(App, JsonSerializer.SerializeToNode(Target, CallrJsonContext.Default.CallrTarget), RpcOptions.Of(CallerId, CdrField, AdditionalProperties));
}
