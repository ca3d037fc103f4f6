using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire;

/// <summary>Comes back from <see cref="SwmlExecute"/>, or ends the document.</summary>
/// <remarks>Unverified: whether the call ends with the document.</remarks>
/// <param name="Value">What the variable <c>return_value</c> becomes: any JSON, an object without members for nothing.</param>
public sealed record SwmlReturn(JsonNode? Value) : SwmlMethod("return")
{
    internal override void WriteParameters(Utf8JsonWriter writer) => SwmlMethodConverter.WriteNode(writer, Value);
}
