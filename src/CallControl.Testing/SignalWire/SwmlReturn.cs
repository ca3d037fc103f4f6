using System.Text.Json;

namespace CallControl.Testing;

/// <summary>What <c>execute</c> does once its destination has come back. Unverified: the steps first, then the branches.</summary>
/// <param name="Steps">Its <c>on_return</c>.</param>
/// <param name="Branches">Its <c>result</c>: a switch on the value returned, or conditions.</param>
internal sealed record SwmlReturn(JsonElement? Steps, JsonElement? Branches);
