using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a sidecar tells: <c>sidecar_event.type</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AiSidecarEventType>))]
public readonly record struct AiSidecarEventType : IVendorWord<AiSidecarEventType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public AiSidecarEventType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It began.</summary>
    public static AiSidecarEventType Start { get; } = new("start");

    /// <summary>Somebody said something.</summary>
    public static AiSidecarEventType Turn { get; } = new("turn");

    /// <summary>It asks the model.</summary>
    public static AiSidecarEventType Request { get; } = new("request");

    /// <summary>What the model thinks.</summary>
    public static AiSidecarEventType Thought { get; } = new("thought");

    /// <summary>What it found out.</summary>
    public static AiSidecarEventType Insight { get; } = new("insight");

    /// <summary>It has nothing to say.</summary>
    public static AiSidecarEventType Skip { get; } = new("skip");

    /// <summary>It calls a function.</summary>
    public static AiSidecarEventType ToolCall { get; } = new("tool_call");

    /// <summary>What the function returned.</summary>
    public static AiSidecarEventType ToolResult { get; } = new("tool_result");

    /// <summary>It does something.</summary>
    public static AiSidecarEventType Action { get; } = new("action");

    /// <summary>Its data changed.</summary>
    public static AiSidecarEventType GlobalDataChange { get; } = new("global_data_change");

    /// <summary>It forgot the oldest turns.</summary>
    public static AiSidecarEventType HistoryPruned { get; } = new("history_pruned");

    /// <summary>Something failed.</summary>
    public static AiSidecarEventType Error { get; } = new("error");

    /// <summary>It was asked something.</summary>
    public static AiSidecarEventType AskRequest { get; } = new("ask_request");

    /// <summary>What it answers.</summary>
    public static AiSidecarEventType AskAnswer { get; } = new("ask_answer");

    /// <summary>It was stopped.</summary>
    public static AiSidecarEventType Stop { get; } = new("stop");

    /// <summary>It is done.</summary>
    public static AiSidecarEventType Final { get; } = new("final");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static AiSidecarEventType IVendorWord<AiSidecarEventType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
