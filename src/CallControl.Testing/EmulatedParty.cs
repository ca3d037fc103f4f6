using System.Buffers;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The person on the far end of an emulated call: presses keys, speaks, hangs up, and waits for what can be heard on the line, so that
/// a script never sleeps.
/// </summary>
/// <remarks>
/// Thread-safe. The waits for playbacks, prompts and recordings count: the first wait is for the first one, the second for the second,
/// and one that began before it was waited for is not missed. A wait given up through its token does not count. A wait that the end of
/// the call makes pointless throws <see cref="InvalidOperationException"/>.
/// </remarks>
public abstract class EmulatedParty
{
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789ABCD*#");

    private readonly ICallerSide _call;

    private protected EmulatedParty(ICallerSide call, string from, string to)
    {
        _call = call;
        From = from;
        To = to;
    }

    /// <summary>
    /// The vendor's id of the call, as its commands take it: at Telnyx the <c>call_control_id</c>, at SignalWire the call's <c>id</c>, at
    /// CALLR the <c>callid</c>.
    /// </summary>
    public string SessionId => _call.SessionId;

    /// <summary>The number that calls.</summary>
    public string From { get; }

    /// <summary>The number that is called.</summary>
    public string To { get; }

    /// <summary>Whether the call was answered; stays true after the end.</summary>
    public bool IsAnswered => _call.Milestones.Answer.IsReached;

    /// <summary>Whether the call is over, whoever ended it.</summary>
    public bool HasEnded => _call.Milestones.End.IsReached;

    /// <summary>The cause the vendor reports for the end of the call, in the vendor's words; null until then.</summary>
    public string? HangupCause => _call.Milestones.HangupCause;

    /// <summary>
    /// The tones sent to this person so far, by a command of the application or by whom the call is bridged with. Empty where the
    /// vendor has no such command.
    /// </summary>
    public string HeardDigits => _call.HeardDigits;

    /// <summary>What this person says and hears.</summary>
    /// <exception cref="NotSupportedException">The emulator carries no sound: those of the session gateway and CALLR do not.</exception>
    public EmulatedAudio Audio => field ??= new EmulatedAudio(
        _call.Audio ?? throw new NotSupportedException("This emulator carries no sound; those of Telnyx and SignalWire do."));

    /// <summary>Presses keys one after another, with no time between them.</summary>
    /// <remarks>At Telnyx, SignalWire and CALLR keys pressed before the call is answered are not heard.</remarks>
    /// <param name="digits">Any of <c>0-9 A-D * #</c>.</param>
    /// <param name="cancellationToken">Stops before the next key.</param>
    /// <exception cref="ArgumentException">There is a key that no telephone has; none was pressed.</exception>
    /// <exception cref="InvalidOperationException">The call is over.</exception>
    public Task PressAsync(string digits, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        if (digits.AsSpan().ContainsAnyExcept(Keys))
            throw new ArgumentException("Keys are 0-9, A-D, * and #.", nameof(digits));
        foreach (var key in digits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _call.Press(key);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Says something, which a transcription of the call reports if one runs; at CALLR it is talk, which lasts as long as the emulator's
    /// options say.
    /// </summary>
    /// <param name="text">The words. Must not be empty.</param>
    /// <param name="cancellationToken">Checked before speaking.</param>
    /// <exception cref="InvalidOperationException">The call is over.</exception>
    /// <exception cref="NotSupportedException">The emulated vendor has no transcription.</exception>
    public Task SayAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        cancellationToken.ThrowIfCancellationRequested();
        _call.Say(text);
        return Task.CompletedTask;
    }

    /// <summary>Hangs up; does nothing when the call is over.</summary>
    /// <param name="cancellationToken">Checked before hanging up.</param>
    public Task HangUpAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _call.HangUp();
        return Task.CompletedTask;
    }

    /// <summary>Waits until the call is answered.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForAnswerAsync(CancellationToken cancellationToken = default) => _call.Milestones.Answer.WaitAsync(cancellationToken);

    /// <summary>Waits until the next playback or speech is heard: after its files were fetched. Endless silence is no playback.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForPlaybackAsync(CancellationToken cancellationToken = default) =>
        _call.Milestones.Playback.WaitAsync(cancellationToken);

    /// <summary>Waits until the next digit collection listens: from then on, keys count, also during its prompt.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForPromptAsync(CancellationToken cancellationToken = default) => _call.Milestones.Prompt.WaitAsync(cancellationToken);

    /// <summary>Waits until the next recording has begun.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForRecordingAsync(CancellationToken cancellationToken = default) =>
        _call.Milestones.Recording.WaitAsync(cancellationToken);

    /// <summary>Waits until the call is over.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForEndAsync(CancellationToken cancellationToken = default) => _call.Milestones.End.WaitAsync(cancellationToken);
}
