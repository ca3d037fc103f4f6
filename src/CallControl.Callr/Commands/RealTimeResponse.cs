using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>What the vendor is to do next with a call, and is to remember of it (<c>RT.Response</c>).</summary>
internal sealed record RealTimeResponse
{
    // It is no part of a page: nothing has to be escaped for one, and plus signs stay readable.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    public required RealTimeCommand Command { get; init; }

    /// <summary>Comes back with the command's result: <see cref="RealTimeRequest.CommandId"/>.</summary>
    /// <value>0 is that of a call's first request, and so should be no command's.</value>
    public required long CommandId { get; init; }

    /// <summary>Comes back with the call's next request, in place of what was sent before: <see cref="RealTimeRequest.Variables"/>.</summary>
    /// <value>Empty by default. Unverified: how much the vendor takes.</value>
    public JsonObject Variables { get; init; } = [];

    /// <summary>The response as JSON in UTF-8: the body of the answer to the vendor's request.</summary>
    /// <remarks>The command's rules are not checked here.</remarks>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("command", Command.Name);
        writer.WriteNumber("command_id", CommandId);
        writer.WritePropertyName("params");
        WriteParameters(writer, Command);
        writer.WritePropertyName("variables");
        Variables.WriteTo(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The command's kind and its id.</summary>
    public override string ToString() => $"{nameof(RealTimeResponse)} {{ Command = {Command}, CommandId = {CommandId} }}";

    private static void WriteParameters(Utf8JsonWriter writer, RealTimeCommand command)
    {
        var type = RealTimeJsonContext.Default.GetTypeInfo(command.GetType())!;
        if (command.AdditionalProperties is { } additional)
            JsonMerge.Into(JsonSerializer.SerializeToNode(command, type)!.AsObject(), additional).WriteTo(writer);
        else
            JsonSerializer.Serialize(writer, command, type);
    }
}
