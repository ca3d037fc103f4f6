using System.Buffers;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Puts the call into a conference room, which is made if there is none of that name: calls in the same room hear each other.</summary>
/// <remarks>Lasts until the call leaves the room. The caller may leave by pressing <c>*</c>.</remarks>
public sealed record ConferenceCommand() : RealTimeCommand<ConferenceResult>(RealTimeCommandNames.Conference)
{
    private const int LongestPin = 10;

    private static readonly SearchValues<char> PinDigits = SearchValues.Create("0123456789");

    /// <summary>The room.</summary>
    /// <value>Not empty. Unverified: which characters and what length the vendor takes.</value>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Whether the call leaves once it is the last one in the room. Only somebody else's leaving brings that about: the first one to come stays.</summary>
    /// <value>False by default.</value>
    [JsonPropertyName("auto_leave_when_alone")]
    public bool AutoLeaveWhenAlone { get; init; }

    /// <summary>Played to a call that leaves for being the last one.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("auto_leave_announce")]
    public CallrMedia AutoLeaveAnnounce { get; init; } = CallrMedia.None;

    /// <summary>Played when somebody joins.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("user_join")]
    public CallrMedia UserJoin { get; init; } = CallrMedia.None;

    /// <summary>Played when somebody leaves.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("user_leave")]
    public CallrMedia UserLeave { get; init; } = CallrMedia.None;

    /// <summary>Played over and over as long as there is one party only.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("waiting")]
    public CallrMedia Waiting { get; init; } = CallrMedia.None;

    /// <summary>Played before the call is let in, and before <see cref="PinPrompt"/>.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("welcome")]
    public CallrMedia Welcome { get; init; } = CallrMedia.None;

    /// <summary>The code that opens the room; the caller ends it with <c>#</c>. Shown nowhere.</summary>
    /// <value>Up to 10 digits. Empty, the default, asks for none.</value>
    [JsonPropertyName("pin_code")]
    public string PinCode { get; init; } = "";

    /// <summary>Asks for the code; repeated until one is entered.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("pin_prompt")]
    public CallrMedia PinPrompt { get; init; } = CallrMedia.None;

    /// <summary>Played after a wrong code.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("pin_error")]
    public CallrMedia PinError { get; init; } = CallrMedia.None;

    /// <summary>Played after the right code.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("pin_valid")]
    public CallrMedia PinValid { get; init; } = CallrMedia.None;

    /// <summary>How often the code is asked for.</summary>
    /// <value>1 or more; 3 by default. Unverified: at most 10, says the vendor's PHP SDK; its reference names no range.</value>
    [JsonPropertyName("pin_max_tries")]
    public int PinMaxTries { get; init; } = 3;

    /// <summary>How long a digit of the code is waited for, in seconds.</summary>
    /// <value>0 or more; 5 by default. Unverified: at most 30, says the vendor's PHP SDK; its reference names no range.</value>
    [JsonPropertyName("pin_wait")]
    public int PinWaitSeconds { get; init; } = 5;

    internal override void Validate(ViolationList violations)
    {
        violations.CheckRequired("id", Id);
        violations.CheckMedia("auto_leave_announce", AutoLeaveAnnounce);
        violations.CheckMedia("user_join", UserJoin);
        violations.CheckMedia("user_leave", UserLeave);
        violations.CheckMedia("waiting", Waiting);
        violations.CheckMedia("welcome", Welcome);
        violations.CheckText("pin_code", PinCode, 0, LongestPin, PinDigits, "0-9", isSecret: true);
        violations.CheckMedia("pin_prompt", PinPrompt);
        violations.CheckMedia("pin_error", PinError);
        violations.CheckMedia("pin_valid", PinValid);
        violations.CheckAtLeast("pin_max_tries", PinMaxTries, 1);
        violations.CheckAtLeast("pin_wait", PinWaitSeconds, 0);
    }

    internal override ConferenceResult ReadResult(RealTimeRequest report) => new(report);
}
