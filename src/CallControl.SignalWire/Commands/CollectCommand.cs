using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Collects keys, speech, or whichever comes first.</summary>
/// <remarks><c>calling.call.collect</c> follows at the status address.</remarks>
public sealed record CollectCommand() : SignalWireOperationCommand("calling.collect")
{
    /// <summary>How long the first input is waited for, in seconds.</summary>
    /// <value>Above 0. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("initial_timeout")]
    public double? InitialTimeoutSeconds { get; init; }

    /// <summary>How keys are collected.</summary>
    /// <value>Null, the default, for none. Needed unless <see cref="Speech"/> is given.</value>
    [JsonPropertyName("digits")]
    public CollectDigits? Digits { get; init; }

    /// <summary>How speech is collected.</summary>
    /// <value>Null, the default, for none. Needed unless <see cref="Digits"/> is given.</value>
    [JsonPropertyName("speech")]
    public CollectSpeech? Speech { get; init; }

    /// <summary>Whether it goes on after a result.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("continuous")]
    public bool? Continuous { get; init; }

    /// <summary>Whether results that are not final are told as well.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("partial_results")]
    public bool? PartialResults { get; init; }

    /// <summary>Whether the beginning of an input is told.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("send_start_of_input")]
    public bool? SendStartOfInput { get; init; }

    /// <summary>Whether <see cref="InitialTimeoutSeconds"/> runs at once, and not only after a <see cref="StartCollectInputTimersCommand"/>.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("start_input_timers")]
    public bool? StartInputTimers { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckAbove("initial_timeout", InitialTimeoutSeconds, 0);
        if (Digits is null && Speech is null)
            violations.Add("digits", "must be given, or else speech");

        Digits?.Validate(violations, "digits");
        Speech?.Validate(violations, "speech");
        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}
