using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A JSON-RPC error. Unverified: all codes but those that third parties have seen (115, 150, 151), and the messages of those that concern
/// the protocol.
/// </summary>
internal sealed record CallrRpcError(int Code, string Message)
{
    public const int NotFound = 115;
    public const int MissingProperty = 150;
    public const int BadValue = 151;

    public static readonly CallrRpcError NotJson = new(-32700, "PARSE_ERROR");
    public static readonly CallrRpcError BadRequest = new(-32600, "INVALID_REQUEST");
    public static readonly CallrRpcError NoMethod = new(-32601, "METHOD_NOT_FOUND");
    public static readonly CallrRpcError Internal = new(-32603, "Oops, Internal Error");
    public static readonly CallrRpcError NotAllowed = new(100, "FORBIDDEN");

    public EmulatorResponse ToResponse(JsonNode? id = null, int status = 200) => EmulatorResponse.Json(status, new JsonObject
    {
        ["jsonrpc"] = "2.0",
        ["id"] = id,
        ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message },
    });
}

/// <summary>What ends a method without a result.</summary>
internal sealed class CallrRpcException(CallrRpcError error) : Exception(error.Message)
{
    public CallrRpcException(int code, string message)
        : this(new CallrRpcError(code, message))
    {
    }

    public CallrRpcError Error => error;
}
