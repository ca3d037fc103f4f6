using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// An <c>RT.Response</c> as far as it can be read. Unverified: all that is made of a reply which is not as documented, and that each of its
/// four members and each documented parameter is required, but for those of <c>start_call_recording</c> that have a default.
/// </summary>
internal sealed class CallrReply
{
    private static readonly string[] Members = ["command", "command_id", "params", "variables"];

    private readonly CallrFindings _findings = new();

    private CallrReply()
    {
    }

    /// <summary>Why the reply names no command that can be carried out; null when it does.</summary>
    public string? Failure { get; private set; }

    /// <summary>The command's name; null when there is none, and maybe unknown.</summary>
    public string? Command { get; private set; }

    /// <summary>As it was written; null when it is neither number nor text.</summary>
    public string? CommandId { get; private set; }

    /// <summary>As they were written; null when they are no object.</summary>
    public string? Variables { get; private set; }

    public RequestBody? Parameters { get; private set; }

    /// <summary>What is wrong with a reply that names a command.</summary>
    public IReadOnlyList<CallrProblem> Problems => _findings.Problems;

    public static CallrReply Read(WebhookAnswer answer)
    {
        var reply = new CallrReply();
        reply.Failure = reply.Take(answer);
        return reply;
    }

    private string? Take(WebhookAnswer answer)
    {
        if (answer.IsLate)
            return "The reply did not come in time.";
        if (answer.Status == 0)
            return "There was no reply.";
        if (answer.Status != 200)
            return string.Create(CultureInfo.InvariantCulture, $"The reply's status is {answer.Status}, not 200.");
        if (Parse(answer.Body) is not { } root)
            return "The reply is no JSON object.";
        if (!MediaTypeHeaderValue.TryParse(answer.ContentType, out var type) || type.MediaType is not "application/json")
            _findings.Add("INVALID_CONTENT_TYPE", "The reply's content type must be application/json.");
        return Take(root);
    }

    private string? Take(JsonElement root)
    {
        if (!root.TryGetProperty("command", out var command) || command.ValueKind is not JsonValueKind.String)
            return "The reply names no command.";
        Command = command.GetString()!;
        if (root.TryGetProperty("command_id", out var id) && id.ValueKind is JsonValueKind.Number or JsonValueKind.String)
            CommandId = id.GetRawText();
        else
            _findings.Add("PROPERTY_TYPE_ERROR [command_id]", "A number or a text is expected.");
        if (root.TryGetProperty("variables", out var variables) && variables.ValueKind is JsonValueKind.Object)
            Variables = variables.GetPropertyCount() > 0 ? variables.GetRawText() : "{}";
        else
            _findings.Add("PROPERTY_TYPE_ERROR [variables]", "An object is expected; without it the call's state is lost.");
        foreach (var member in root.EnumerateObject().Where(static member => !Members.Contains(member.Name, StringComparer.Ordinal)))
            _findings.Add($"PROPERTY_UNKNOWN_ERROR [{member.Name}]", "The vendor documents no such field.");
        if (!CallrSchema.Commands.TryGetValue(Command, out var shape))
            return "The emulator does not know the command.";
        if (!root.TryGetProperty("params", out var parameters) || parameters.ValueKind is not JsonValueKind.Object)
        {
            _findings.Add("PROPERTY_TYPE_ERROR [params]", "An object is expected, also an empty one.");
            return null;
        }

        shape.Check(parameters, pointer: "", _findings);
        Parameters = new RequestBody(parameters);
        return null;
    }

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
