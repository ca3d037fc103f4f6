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
    public static AiSidecarEventType Start => new("start");

    /// <summary>Somebody said something.</summary>
    public static AiSidecarEventType Turn => new("turn");

    /// <summary>It asks the model.</summary>
    public static AiSidecarEventType Request => new("request");

    /// <summary>What the model thinks.</summary>
    public static AiSidecarEventType Thought => new("thought");

    /// <summary>What it found out.</summary>
    public static AiSidecarEventType Insight => new("insight");

    /// <summary>It has nothing to say.</summary>
    public static AiSidecarEventType Skip => new("skip");

    /// <summary>It calls a function.</summary>
    public static AiSidecarEventType ToolCall => new("tool_call");

    /// <summary>What the function returned.</summary>
    public static AiSidecarEventType ToolResult => new("tool_result");

    /// <summary>It does something.</summary>
    public static AiSidecarEventType Action => new("action");

    /// <summary>Its data changed.</summary>
    public static AiSidecarEventType GlobalDataChange => new("global_data_change");

    /// <summary>It forgot the oldest turns.</summary>
    public static AiSidecarEventType HistoryPruned => new("history_pruned");

    /// <summary>Something failed.</summary>
    public static AiSidecarEventType Error => new("error");

    /// <summary>It was asked something.</summary>
    public static AiSidecarEventType AskRequest => new("ask_request");

    /// <summary>What it answers.</summary>
    public static AiSidecarEventType AskAnswer => new("ask_answer");

    /// <summary>It was stopped.</summary>
    public static AiSidecarEventType Stop => new("stop");

    /// <summary>It is done.</summary>
    public static AiSidecarEventType Final => new("final");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static AiSidecarEventType IVendorWord<AiSidecarEventType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
