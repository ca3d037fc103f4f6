namespace CallControl.Testing.Emulation;

/// <summary>What a vendor's emulated call offers to the person on its far end.</summary>
internal interface ICallerSide
{
    string SessionId { get; }

    CallMilestones Milestones { get; }

    /// <summary>The tones sent into the call so far.</summary>
    string HeardDigits { get; }

    /// <summary>The sound of the call; null where the emulated vendor carries none.</summary>
    LegAudio? Audio => null;

    void Press(char key);

    void Say(string text);

    void HangUp();
}
