using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.SignalWire;

/// <summary>The methods that have a record of their own, and how they are read.</summary>
internal static class SwmlCatalog
{
    private static readonly FrozenDictionary<string, Func<JsonElement, SwmlMethod?>> Readers = new Dictionary<string, Func<JsonElement, SwmlMethod?>>(StringComparer.Ordinal)
    {
        ["answer"] = Read(SwmlJsonContext.Default.SwmlAnswer),
        ["hangup"] = Read(SwmlJsonContext.Default.SwmlHangup),
        ["play"] = Read(SwmlJsonContext.Default.SwmlPlay),
        ["prompt"] = Read(SwmlJsonContext.Default.SwmlPrompt),
        ["connect"] = Read(SwmlJsonContext.Default.SwmlConnect),
        ["join_conference"] = Read(SwmlJsonContext.Default.SwmlJoinConference),
        ["enter_queue"] = Read(SwmlJsonContext.Default.SwmlEnterQueue),
        ["sip_refer"] = Read(SwmlJsonContext.Default.SwmlSipRefer),
        ["transfer"] = Read(SwmlJsonContext.Default.SwmlTransfer),
        ["execute"] = Read(SwmlJsonContext.Default.SwmlExecute),
        ["return"] = value => new SwmlReturn(SwmlMethodConverter.ToNode(value)),
        ["record"] = Read(SwmlJsonContext.Default.SwmlRecord),
        ["record_call"] = Read(SwmlJsonContext.Default.SwmlRecordCall),
        ["stop_record_call"] = Read(SwmlJsonContext.Default.SwmlStopRecordCall),
        ["tap"] = Read(SwmlJsonContext.Default.SwmlTap),
        ["stop_tap"] = Read(SwmlJsonContext.Default.SwmlStopTap),
        ["stream"] = Read(SwmlJsonContext.Default.SwmlStream),
        ["stop_stream"] = Read(SwmlJsonContext.Default.SwmlStopStream),
        ["set"] = value => value.ValueKind == JsonValueKind.Object ? new SwmlSet(SwmlMethodConverter.ToNode(value)!.AsObject()) : null,
        ["unset"] = ReadUnset,
        ["label"] = value => value.ValueKind == JsonValueKind.String ? new SwmlLabel(value.GetString()!) : null,
        ["goto"] = Read(SwmlJsonContext.Default.SwmlGoto),
        ["cond"] = value => value.Deserialize(SwmlJsonContext.Default.IReadOnlyListSwmlCondition) is { } conditions ? new SwmlCond(conditions) : null,
        ["switch"] = Read(SwmlJsonContext.Default.SwmlSwitch),
        ["sleep"] = value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var milliseconds) ? new SwmlSleep(milliseconds) : null,
        ["send_digits"] = Read(SwmlJsonContext.Default.SwmlSendDigits),
        ["detect_machine"] = Read(SwmlJsonContext.Default.SwmlDetectMachine),
        ["denoise"] = Read(SwmlJsonContext.Default.SwmlDenoise),
        ["stop_denoise"] = Read(SwmlJsonContext.Default.SwmlStopDenoise),
        ["request"] = Read(SwmlJsonContext.Default.SwmlRequest),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all methods that have a record.</summary>
    public static IReadOnlyCollection<string> Names => Readers.Keys;

    /// <summary>Reads a method; as <see cref="SwmlRaw"/> where its record would not write back just what stands there.</summary>
    public static SwmlMethod Read(string name, JsonElement parameters)
    {
        if (Readers.TryGetValue(name, out var reader) && TryRead(reader, parameters) is { } method && IsWhole(method, parameters))
            return method;

        return new SwmlRaw(name, SwmlMethodConverter.ToNode(parameters));
    }

    private static Func<JsonElement, SwmlMethod?> Read<TMethod>(JsonTypeInfo<TMethod> type)
        where TMethod : SwmlMethod => value => value.Deserialize(type);

    private static SwmlUnset? ReadUnset(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new SwmlUnset(value.GetString()!),
        JsonValueKind.Array when value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String) =>
            new SwmlUnset([.. value.EnumerateArray().Select(name => name.GetString()!)]),
        _ => null,
    };

    private static SwmlMethod? TryRead(Func<JsonElement, SwmlMethod?> reader, JsonElement parameters)
    {
        try
        {
            return reader(parameters);
        }
        catch (JsonException)
        {
            // Another shape than the record's, such as an expression in place of a number: kept as JSON.
            return null;
        }
    }

    private static bool IsWhole(SwmlMethod method, JsonElement parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            method.WriteParameters(writer);

        using var written = JsonDocument.Parse(buffer.WrittenMemory);
        return JsonElement.DeepEquals(written.RootElement, parameters);
    }
}
