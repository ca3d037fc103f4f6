namespace CallControl.Media.Forks;

/// <summary>What a packet turned out to be.</summary>
internal enum PacketKind
{
    /// <summary>One that is handed on, now or in its turn.</summary>
    Kept,

    /// <summary>One that came before.</summary>
    Duplicate,

    /// <summary>One that was given up already.</summary>
    Late,

    /// <summary>One whose number is far off, or of the former source.</summary>
    Stray,
}
