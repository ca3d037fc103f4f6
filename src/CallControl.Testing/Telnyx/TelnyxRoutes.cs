using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// From method and path to what the vendor does. Unverified: the order of the checks (key, path, body, fields, call,
/// <c>command_id</c>, state).
/// </summary>
internal sealed class TelnyxRoutes(TelnyxContext context) : IEmulatedVendor
{
    public EmulatorAction Resolve(EmulatorRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path switch
        {
            ["v2", "calls"] => Dial(request),
            ["v2", "calls", var id] => Plain(request, "GET", "retrieve_call", id, () => Retrieve(id)),
            ["v2", "calls", var id, "actions", var name] when TelnyxCommands.Find(name) is { } command =>
                Command(request, id, name, command),
            ["v2", "connections", var id, "active_calls"] =>
                Plain(request, "GET", ActiveCalls.Name, session: null, () => ActiveCalls.List(context, id, request.Query)),
            _ => new EmulatorAction($"{request.Method} {request.Path}", Session: null, () => RefuseKey(request) ?? NotFound()),
        };
    }

    public EmulatorResponse Failure(int statusCode, TimeSpan? retryAfter) => statusCode switch
    {
        429 => TelnyxError.RateLimited(retryAfter),
        401 => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.AuthenticationFailed)),
        403 => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.AuthorizationFailed)),
        404 => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.NotFound)),
        422 => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.Unprocessable)),
        503 => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.ServiceUnavailable)),
        >= 500 => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.Unexpected)),
        _ => TelnyxError.Response(new TelnyxError(statusCode, TelnyxErrors.BadRequest)),
    };

    private static EmulatorResponse NotFound() => new TelnyxError(404, TelnyxErrors.NotFound).ToResponse();

    private EmulatorResponse? RefuseKey(EmulatorRequest request)
    {
        var expected = Encoding.UTF8.GetBytes($"Bearer {context.Options.ApiKey}");
        var given = Encoding.UTF8.GetBytes(request.Header("Authorization") ?? "");
        return CryptographicOperations.FixedTimeEquals(expected, given)
            ? null
            : new TelnyxError(401, TelnyxErrors.AuthenticationFailed, "The API key is missing or unknown.").ToResponse();
    }

    private EmulatorAction Plain(EmulatorRequest request, string method, string name, string? session, Func<EmulatorResponse> execute) =>
        new(name, session, () => RefuseKey(request)
            ?? (request.Method == method ? execute() : new TelnyxError(405, TelnyxErrors.MethodNotAllowed).ToResponse()));

    private EmulatorAction Dial(EmulatorRequest request)
    {
        var root = Parse(request.Body);
        var linked = root is { } body && body.TryGetProperty("link_to", out var link) && link.ValueKind is JsonValueKind.String
            ? context.Legs.GetValueOrDefault(link.GetString()!)
            : null;
        var session = linked?.Session ?? context.NewSession();
        var operation = TelnyxSchema.Operations["dial"];
        var action = Plain(request, operation.Method, operation.Name, session: null,
            () => Check(operation, root, out var fields) ?? Dial(fields!, session, linked));
        return action with { Queues = [session.Queue] };
    }

    private EmulatorAction Command(EmulatorRequest request, string id, string name, TelnyxCommand command)
    {
        var root = Parse(request.Body);
        var operation = TelnyxSchema.Operations[name];
        var leg = context.Legs.GetValueOrDefault(id);
        var action = Plain(request, operation.Method, name, id,
            () => Check(operation, root, out var body) ?? Command(leg, command, body!));
        return action with { Queues = QueuesOf(leg, root) };
    }

    /// <summary>The lines of the leg and of the one to bridge it with: no webhook overtakes the command in the traffic.</summary>
    private WebhookQueue[] QueuesOf(TelnyxLeg? leg, JsonElement? root)
    {
        if (leg is null)
            return [];
        var other = root is { } body && body.TryGetProperty("call_control_id", out var id) && id.ValueKind is JsonValueKind.String
            ? context.Legs.GetValueOrDefault(id.GetString()!)
            : null;
        return other is null || other.Session == leg.Session ? [leg.Session.Queue] : [leg.Session.Queue, other.Session.Queue];
    }

    /// <summary>The body as an object; null when it is anything else. An empty one counts as no JSON (unverified).</summary>
    private static JsonElement? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private EmulatorResponse? Check(TelnyxOperation operation, JsonElement? root, out RequestBody? body)
    {
        body = null;
        if (root is not { } element)
            return new TelnyxError(400, TelnyxErrors.BadRequest, "The body must be a JSON object.").ToResponse();
        var findings = new TelnyxFindings(context.Options.RefuseUnknownFields);
        operation.Body.Check(element, pointer: "", findings);
        body = new RequestBody(element);
        if (findings.Errors.Count == 0)
        {
            TelnyxRules.CheckAnyOf(operation, body, findings);
            TelnyxRules.Check(operation.Name, body, context.Options, findings);
        }

        return findings.Errors.Count > 0 ? TelnyxError.Response(findings.Errors) : null;
    }

    private EmulatorResponse Retrieve(string id)
    {
        lock (context.Gate)
        {
            var leg = context.Legs.GetValueOrDefault(id);
            if (leg is null || context.Time.GetUtcNow() - leg.EndTime > ActiveCalls.Retention)
                return TelnyxError.Unprocessable(TelnyxErrors.InvalidCall).ToResponse();
            return EmulatorResponse.Json(200, new JsonObject { ["data"] = leg.Describe() });
        }
    }

    private EmulatorResponse Dial(RequestBody body, TelnyxSession session, TelnyxLeg? linked)
    {
        lock (context.Gate)
        {
            if (context.DialIds.Find(body.CommandId) is { } repeated)
                return repeated;
            if (body.Text("connection_id") != context.Options.ConnectionId)
                return TelnyxError.Unprocessable(TelnyxErrors.BadRequest, "The application is unknown.", "/connection_id").ToResponse();
            if (context.WebhookUrl is null && !body.Has("webhook_url"))
            {
                return TelnyxError.Unprocessable(TelnyxErrors.BadRequest, "The application has no webhook address.", "/connection_id")
                    .ToResponse();
            }

            if (body.Has("link_to") && linked?.IsAlive is not true)
            {
                var code = linked is null ? TelnyxErrors.InvalidCall : TelnyxErrors.CallEnded;
                return TelnyxError.Unprocessable(code, pointer: "/link_to").ToResponse();
            }

            if (context.DialRate.Enter() is { } wait)
                return TelnyxError.RateLimited(wait, TelnyxErrors.TooManyDials);

            var from = body.Flag("bridge_intent") && linked is not null ? linked.From : body.Text("from", "");
            var leg = TelnyxDialer.Initiate(context, session, body, from, body.ClientState);
            var data = leg.Describe();
            data["is_alive"] = false;
            var recordingId = TelnyxCommands.RecordingIdFor(leg, body, data);
            leg.WhenAnswered(() =>
            {
                leg.Recordings.StartFromAnswer(body, recordingId);
                TelnyxDialer.BeginServices(leg, body);
            });
            if (linked is not null)
                TelnyxBridging.LinkOnAnswer(leg, linked, body);
            TelnyxDialer.Ring(leg, body);
            var answer = EmulatorResponse.Json(200, new JsonObject { ["data"] = data });
            context.DialIds.Keep(body.CommandId, answer);
            return answer;
        }
    }

    private EmulatorResponse Command(TelnyxLeg? leg, TelnyxCommand command, RequestBody body)
    {
        lock (context.Gate)
        {
            if (leg is null)
                return TelnyxError.Unprocessable(TelnyxErrors.InvalidCall).ToResponse();
            if (leg.CommandIds.Find(body.CommandId) is { } repeated)
                return repeated;
            if (leg.State is LegState.Ended)
                return TelnyxError.Unprocessable(TelnyxErrors.CallEnded).ToResponse();
            if (command.NeedsAnswer && leg.State is not LegState.Answered)
                return TelnyxError.Unprocessable(TelnyxErrors.NotAnswered).ToResponse();

            var before = leg.ClientState;
            leg.ClientState = body.ClientState ?? before;
            var data = new JsonObject { ["result"] = "ok" };
            if (command.Effect(leg, body, data) is { } refusal)
            {
                leg.ClientState = before;
                return refusal.ToResponse();
            }

            leg.FirstCommand?.Cancel();
            var answer = EmulatorResponse.Json(200, new JsonObject { ["data"] = data });
            leg.CommandIds.Keep(body.CommandId, answer);
            return answer;
        }
    }
}
