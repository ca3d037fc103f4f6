using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The JSON-RPC address: POST only, one request at a time, with an id, its parameters by position. Errors stand in an answer of 200, but
/// for wrong credentials. Unverified: that any content type is taken, and the order of the checks.
/// </summary>
internal sealed class CallrRpc(CallrContext context) : IEmulatedVendor
{
    public const string Path = "/json-rpc/v1.1/";

    public EmulatorAction Resolve(EmulatorRequest request)
    {
        if (request.Path.TrimEnd('/') != Path.TrimEnd('/'))
            return Refuse($"{request.Method} {request.Path}", CallrRpcError.NoMethod, 404);
        if (request.Method is not "POST")
            return Refuse($"{request.Method} {Path}", CallrRpcError.BadRequest, 405);
        var root = Parse(request.Body);
        var method = root is { ValueKind: JsonValueKind.Object } call ? new RequestBody(call).Text("method") : null;
        var known = method is not null && CallrRpcMethods.Find(method) is not null;
        return new EmulatorAction(known ? method! : $"POST {Path}", known ? SessionOf(method!, root!.Value) : null, () =>
            IsKnown(request) ? Answer(root, method) : CallrRpcError.NotAllowed.ToResponse(status: 401));
    }

    public EmulatorResponse Failure(int statusCode, TimeSpan? retryAfter) =>
        CallrRpcError.Internal.ToResponse(status: statusCode) with { RetryAfter = retryAfter };

    private static EmulatorAction Refuse(string name, CallrRpcError error, int status) =>
        new(name, Session: null, () => error.ToResponse(status: status));

    private static bool Matches(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    /// <summary>The call that a method concerns, by its first parameter.</summary>
    private static string? SessionOf(string method, JsonElement root) =>
        method is "calls.hangup" or "calls.realtime_break"
        && root.TryGetProperty("params", out var parameters) && parameters.ValueKind is JsonValueKind.Array
        && parameters.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Number } callId
            ? callId.GetRawText()
            : null;

    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsKnown(EmulatorRequest request)
    {
        var options = context.Options;
        var given = request.Header("Authorization") ?? "";
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Login}:{options.Password}"));
        return Matches($"Basic {basic}", given)
            || Matches($"Api-Key {options.ApiKey}", given)
            || Matches($"Session {options.SessionToken}", given);
    }

    private EmulatorResponse Answer(JsonElement? root, string? method)
    {
        if (root is not { } parsed)
            return CallrRpcError.NotJson.ToResponse();
        if (parsed.ValueKind is not JsonValueKind.Object)
            return CallrRpcError.BadRequest.ToResponse();
        var id = IdOf(parsed);
        if (id is null || method is null || new RequestBody(parsed).Text("jsonrpc") is not "2.0")
            return CallrRpcError.BadRequest.ToResponse(id);
        if (CallrRpcMethods.Find(method) is not { } execute)
            return CallrRpcError.NoMethod.ToResponse(id);
        if (!parsed.TryGetProperty("params", out var parameters) || parameters.ValueKind is not JsonValueKind.Array)
            return new CallrRpcError(-32602, "INVALID_PARAMS").ToResponse(id);
        try
        {
            JsonNode? result;
            lock (context.Gate)
                result = execute(context, new CallrRpcArguments([.. parameters.EnumerateArray()]));
            return EmulatorResponse.Json(200, new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result });
        }
        catch (CallrRpcException refused)
        {
            return refused.Error.ToResponse(id);
        }
    }

    private static JsonNode? IdOf(JsonElement root) =>
        root.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Number or JsonValueKind.String
            ? JsonNode.Parse(id.GetRawText())
            : null;
}
