using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// From a request to what the vendor does. Unverified: the order of the checks (credentials, body, command, fields, call, state), that a
/// call's id that is no UUID is 404 as well, and that 429 says in <c>Retry-After</c> when to come back.
/// </summary>
internal sealed class SignalWireRoutes(SignalWireContext context) : IEmulatedVendor
{
    public EmulatorAction Resolve(EmulatorRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, path) switch
        {
            ("POST", ["api", "calling", "calls"]) => Command(request),
            ("GET", ["api", "voice", "logs"]) =>
                Checked(request, SignalWireCallLog.ListName, session: null, () => SignalWireCallLog.List(context, request)),
            ("GET", ["api", "voice", "logs", var id]) =>
                Checked(request, SignalWireCallLog.GetName, id, () => SignalWireCallLog.Get(context, id)),
            ("GET", ["api", "voice", "logs", var id, "events"]) =>
                Checked(request, SignalWireCallLog.EventsName, id, () => SignalWireCallLog.Events(context, id)),
            _ => Checked(request, $"{request.Method} {request.Path}", session: null, static () => SignalWireError.Plain(404)),
        };
    }

    public EmulatorResponse Failure(int statusCode, TimeSpan? retryAfter) => statusCode is 422
        ? new SignalWireError(SignalWireErrors.CannotProcess, "Try again later.").ToResponse()
        : SignalWireError.Plain(statusCode) with { RetryAfter = retryAfter };

    private EmulatorAction Checked(EmulatorRequest request, string name, string? session, Func<EmulatorResponse> execute) =>
        new(name, session, () => IsKnown(request) ? execute() : SignalWireError.Plain(401));

    private bool IsKnown(EmulatorRequest request)
    {
        var credentials = $"{context.Options.ProjectId}:{context.Options.ApiToken}";
        var expected = Encoding.UTF8.GetBytes($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}");
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(request.Header("Authorization") ?? ""));
    }

    private EmulatorAction Command(EmulatorRequest request)
    {
        if (Parse(request.Body) is not { } root)
            return Checked(request, "POST /api/calling/calls", session: null, static () => SignalWireError.Plain(400));
        var body = new RequestBody(root);
        if (body.Text("command") is not { } name || !SignalWireSchema.Operations.TryGetValue(name, out var operation))
        {
            return Checked(request, "POST /api/calling/calls", session: null, static () =>
                new SignalWireError(SignalWireErrors.InvalidCommand, "There is no such command.", "command").ToResponse());
        }

        var id = operation.CallId switch
        {
            "top" => body.Text("id"),
            "params" => body.Object("params")?.Text("id"),
            _ => null,
        };
        var leg = id is null ? null : context.Legs.GetValueOrDefault(id);
        var queue = leg?.Queue ?? (operation.CallId is "none" ? context.NewQueue() : null);
        var action = Checked(request, name, id, () => Check(operation, root) ?? Execute(operation, body.Object("params")!, leg, queue));
        return queue is null ? action : action with { Queues = [queue] };
    }

    private EmulatorResponse? Check(SignalWireOperation operation, JsonElement root)
    {
        var findings = new SignalWireFindings(context.Options.RefuseUnknownFields);
        operation.Body.Check(root, pointer: "", findings);
        if (findings.Errors.Count == 0)
        {
            var parameters = new RequestBody(root).Object("params")!;
            if (operation.Name is "calling.collect" && !parameters.Has("digits") && !parameters.Has("speech"))
                return SignalWireError.Plain(400);
            SignalWireRules.Check(operation, parameters, context.Options, findings);
        }

        return findings.Errors.Count > 0 ? SignalWireError.Unprocessable(findings.Errors) : null;
    }

    private EmulatorResponse Execute(SignalWireOperation operation, RequestBody body, SignalWireLeg? leg, WebhookQueue? queue)
    {
        lock (context.Gate)
        {
            if (operation.Name is "dial")
                return Dial(body, queue!);
            if (leg is null)
                return SignalWireError.Plain(404);
            if (operation.Name is "update")
                return SignalWireUpdate.Execute(leg, body) ?? Leg(leg);
            if (!leg.IsAlive)
                return SignalWireError.Plain(404);
            var command = SignalWireCommands.Find(operation.Name)!;
            if (command.NeedsAnswer && !leg.IsAnswered)
                return SignalWireCommands.WrongState("The call is not answered.");
            return command.Effect(leg, body) ?? Leg(leg);
        }
    }

    /// <summary>The answer tells of the leg before it rings.</summary>
    private EmulatorResponse Dial(RequestBody body, WebhookQueue queue)
    {
        if (context.Pace.Enter() is not { } wait)
            return new SignalWireError(SignalWireErrors.QueueFull, "Too many calls wait to be dialled.").ToResponse();
        var leg = SignalWireDialer.Make(context, queue, body);
        var answer = Leg(leg);
        leg.After(wait, () => SignalWireDialer.Ring(leg, body));
        return answer;
    }

    private static EmulatorResponse Leg(SignalWireLeg leg) => EmulatorResponse.Json(200, SignalWireDialer.Describe(leg));

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
}
