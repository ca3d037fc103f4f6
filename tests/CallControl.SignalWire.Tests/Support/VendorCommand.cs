using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>A command as it arrives at the vendor.</summary>
/// <param name="Name">What is to be done: <c>calling.play</c>.</param>
/// <param name="Call">The call it is for; null where the body names none.</param>
/// <param name="Params">Its parameters.</param>
internal sealed record VendorCommand(string Name, string? Call, JsonObject Params)
{
    /// <summary>The operation that it begins, or is about.</summary>
    public string? ControlId => (string?)Params["control_id"];

    /// <summary>The steps of the document that it has the call run.</summary>
    public JsonArray Steps => (Params["dest"] ?? Params["swml"])!["sections"]!["main"]!.AsArray();
}
