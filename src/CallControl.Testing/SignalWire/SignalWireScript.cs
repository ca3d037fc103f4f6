namespace CallControl.Testing;

/// <summary>
/// What the parts of the vendor that an emulator cannot play answer. Set before the command they concern; the functions run with the
/// calls locked, so they must be quick and must not throw.
/// </summary>
public sealed class SignalWireScript
{
    internal SignalWireScript()
    {
    }

    /// <summary>
    /// The final SIP status that a REFER's NOTIFY brings, by the address referred to: 486 is busy, 487 cancelled, 408 and 480 no answer,
    /// other codes of 300 and above fail. Default null: 200.
    /// </summary>
    public Func<string, int>? ReferResponse { get; set; }

    /// <summary>Whether what a caller says is understood by nobody, by the words. Default null: all is understood.</summary>
    public Func<string, bool>? IsUnintelligible { get; set; }

    /// <summary>The <c>confidence</c> of recognised speech; the vendor's scale is not documented. Default 83.2.</summary>
    public double SpeechConfidence { get; set; } = 83.2;

    /// <summary>The tone that a fax machine at the far end sends, "CED" or "CNG"; null, the default, for none.</summary>
    public string? FaxTone { get; set; }

    /// <summary>Whether transcripts fail: <c>calling.transcript.failed</c> instead of <c>.completed</c>. Default false.</summary>
    public bool TranscriptsFail { get; set; }

    /// <summary>The text that every summary and every answer of an assistant holds. Default "A summary.".</summary>
    public string Summary { get; set; } = "A summary.";
}
