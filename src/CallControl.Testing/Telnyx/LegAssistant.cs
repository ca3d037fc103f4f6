using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The assistant, the relay or the collecting assistant of a leg, one at most. None of them talks: what one collects is scripted.
/// Unverified: that a collection ends its conversation, and that the reason of an end is null unless the call ended.
/// </summary>
internal sealed class LegAssistant(TelnyxLeg leg)
{
    private string? _conversationId;
    private string? _assistantId;
    private DateTimeOffset _since;
    private LockedTimer? _collection;
    private JsonArray _history = [];

    public bool IsRunning => _conversationId is not null;

    public bool IsRelay { get; private set; }

    public string Start(string? assistantId, bool isRelay = false)
    {
        IsRelay = isRelay;
        _assistantId = assistantId;
        _since = leg.Context.Time.GetUtcNow();
        _history = [];
        return _conversationId = leg.Context.Ids.NewUuid();
    }

    public bool Talks(string conversationId) => _conversationId == conversationId;

    public string Collect(RequestBody body)
    {
        var conversationId = Start(assistantId: null);
        foreach (var text in TextsOf(body.Element("message_history")))
            _history.Add((JsonNode)text);
        _collection = leg.After(leg.Options.ServiceTime, () => Collected(body));
        return conversationId;
    }

    public void Stop(string? reason = null)
    {
        if (_conversationId is not { } conversationId)
            return;
        _conversationId = null;
        _collection?.Cancel();
        leg.Raise(TelnyxEvents.ConversationEnded, new JsonObject
        {
            ["assistant_id"] = _assistantId ?? "",
            ["conversation_id"] = conversationId,
            ["duration_sec"] = (int)(leg.Context.Time.GetUtcNow() - _since).TotalSeconds,
            ["llm_model"] = "emulated",
            ["reason"] = reason,
            ["stt_model"] = "emulated",
            ["tts_model_id"] = "emulated",
            ["tts_provider"] = "emulated",
            ["tts_voice_id"] = "emulated",
        });
        if (leg.Context.Script.ConversationInsights is { } insights)
        {
            leg.Raise(TelnyxEvents.ConversationInsightsGenerated, new JsonObject
            {
                ["insight_group_id"] = leg.Context.Ids.NewUuid(),
                ["results"] = insights.DeepClone(),
            });
        }
    }

    public void EndWithCall() => Stop("customer_disconnect");

    private void Collected(RequestBody body)
    {
        var result = leg.Context.Script.AiGatherResult?.DeepClone().AsObject() ?? EmptyResult(body);
        _history.Add((JsonNode)new JsonObject { ["role"] = "assistant", ["content"] = body.Text("greeting", "") });
        if (body.Flag("send_message_history_updates"))
            leg.Raise(TelnyxEvents.AiGatherMessageHistoryUpdated, new JsonObject { ["message_history"] = _history.DeepClone() });
        if (body.Flag("send_partial_results"))
        {
            var partial = new JsonObject();
            foreach (var (name, value) in result)
            {
                partial[name] = value?.DeepClone();
                leg.Raise(TelnyxEvents.AiGatherPartialResults, new JsonObject
                {
                    ["message_history"] = _history.DeepClone(),
                    ["partial_results"] = partial.DeepClone(),
                });
            }
        }

        leg.Raise(TelnyxEvents.AiGatherEnded, new JsonObject
        {
            ["message_history"] = _history.DeepClone(),
            ["result"] = result,
            ["status"] = leg.Context.Script.AiGatherStatus,
        });
        Stop();
    }

    private static JsonObject EmptyResult(RequestBody body)
    {
        var result = new JsonObject();
        foreach (var property in body.Object("parameters")?.Entries("properties") ?? [])
            result[property.Name] = "";
        return result;
    }

    private static IEnumerable<JsonNode> TextsOf(JsonElement? history) => history is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(static message => JsonNode.Parse(message.GetRawText())!)
        : [];
}
