using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Carries a checked command out, under the account's lock.</summary>
/// <param name="leg">The leg it goes to.</param>
/// <param name="body">Its fields.</param>
/// <param name="data">The answer's data, which holds <c>result</c> already.</param>
/// <returns>The refusal, or null when the command was accepted.</returns>
internal delegate TelnyxError? TelnyxCommandEffect(TelnyxLeg leg, RequestBody body, JsonObject data);

/// <summary>One command of a leg: whether it needs an answered call, and what it does.</summary>
internal sealed record TelnyxCommand(bool NeedsAnswer, TelnyxCommandEffect Effect);
