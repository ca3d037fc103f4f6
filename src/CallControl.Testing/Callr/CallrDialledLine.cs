using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Somebody whom <c>dialout</c> or a broadcast calls: a line that no application controls.</summary>
internal sealed class CallrDialledLine(CallrContext context, string from, string to) : CallrLine(context, from, to)
{
    public Action? Answered { get; init; }

    /// <summary>Told the vendor's word for the end.</summary>
    public Action<string>? Ended { get; init; }

    /// <summary>The call whose person hears this one.</summary>
    public CallrCall? Partner { get; set; }

    protected override IReadOnlyList<CallrLine> Hearers => Partner is { } partner ? [partner] : [];

    /// <summary>The number that a <c>cli</c> shows; empty for "BLOCKED" and for none.</summary>
    public static string ShownFrom(RequestBody? options) => options?.Text("cli") is { } cli and not "BLOCKED" ? cli : "";

    public void Play(CallrSound sound, Action then)
    {
        if (sound.IsHeard)
            Milestones.Playback.Raise();
        After(sound.Duration, then);
    }

    protected override void OnAnsweredByCallee() => Answered?.Invoke();

    protected override void OnKey(char key)
    {
        // Keys of a called person lead to nothing but being heard.
    }

    protected override void OnTalk()
    {
        // Nothing listens to a called person.
    }

    protected override void OnEnded(string status)
    {
        Partner = null;
        Ended?.Invoke(status);
    }
}
