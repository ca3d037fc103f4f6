using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A document is asked for that tells what to do with a leg: a call came in, or a script went over to this address.</summary>
/// <remarks>Has no name on the wire, and no id: whoever asks again must be answered again. Comes signed.</remarks>
public sealed record SwmlFetchEvent : SignalWireEvent
{
    /// <summary>The leg.</summary>
    [JsonPropertyName("call")]
    public SwmlCall? Leg { get; init; }

    /// <summary>The variables of the script; an object, empty for a call that came in. Null where it was absent.</summary>
    [JsonPropertyName("vars")]
    public JsonElement? Vars { get; init; }

    /// <summary>The variables that the call was dialled with (<c>custom_variables</c>); an object. Null where it was absent.</summary>
    [JsonPropertyName("envs")]
    public JsonElement? Envs { get; init; }

    /// <summary>What the script handed over (<c>params</c> of <c>transfer</c> and <c>execute</c>); an object. Null where it was absent.</summary>
    [JsonPropertyName("params")]
    public JsonElement? Params { get; init; }

    /// <summary>Why a member could not be read, without anything that was in it; null where all were. Of the leg there is then what could be read.</summary>
    [JsonIgnore]
    public string? Problem { get; init; }

    private protected override CallId OtherCall => Leg?.Call ?? default;
}
