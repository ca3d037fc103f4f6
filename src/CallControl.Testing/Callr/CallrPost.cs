using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CallControl.Testing;

/// <summary>One <c>RT.Request</c>: 14 members in the order of the vendor's sample.</summary>
internal static class CallrPost
{
    public const string Incoming = "INCOMING_CALL";
    public const string Up = "UP";
    public const string HangUp = "HANGUP";
    public const string NoAnswer = "NOANSWER";
    public const string Busy = "BUSY";
    public const string Congestion = "CONGESTION";
    public const string Rejected = "REJECTED";

    /// <summary>Plus signs and accents stand as they are, as in the vendor's sample.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTC without a zone, as the vendor writes all dates.</summary>
    public static string DateOf(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Render(CallrCall call, string status, CallrResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("app", call.App.Hash);
            json.WriteNumber("callid", call.Id);
            json.WriteString("request_hash", call.RequestHash);
            json.WriteString("cli_name", call.RequestHash is null ? call.Context.Options.CallerName : "");
            json.WriteString("cli_number", call.From);
            json.WriteString("date_started", DateOf(call.Started));
            json.WriteString("number", call.To);
            json.WriteString("command", call.Command.Name);
            json.WritePropertyName("command_id");
            json.WriteRawValue(call.Command.Id);
            json.WritePropertyName("command_result");
            json.WriteRawValue(result.Json);
            json.WriteString("command_error", result.Error);
            json.WriteString("call_status", status);
            json.WriteString("cdr_field", call.CdrField);
            json.WritePropertyName("variables");
            json.WriteRawValue(call.Command.Variables);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>What a POST tells of the command it reports on.</summary>
/// <param name="Json">The result, as it is written.</param>
/// <param name="Error">What went wrong; empty for nothing.</param>
internal sealed record CallrResult(string Json, string Error = "")
{
    /// <summary>Nothing to tell: <c>""</c>.</summary>
    public static readonly CallrResult None = Text("");

    public static CallrResult Text(string text) => new($"\"{JsonEncodedText.Encode(text)}\"");

    public static CallrResult Failed(string error) => None with { Error = error };
}

/// <summary>The command that the next POST reports on, and the variables that came with it, both as the application wrote them.</summary>
internal sealed record CallrCommandEcho(string Name, string Id, string Variables);
