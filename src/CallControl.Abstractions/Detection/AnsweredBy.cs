namespace CallControl;

/// <summary>Who answered an outbound call.</summary>
public enum AnsweredBy
{
    /// <summary>The provider could not tell.</summary>
    Unknown,

    /// <summary>A person.</summary>
    Human,

    /// <summary>An answering machine or voice mail.</summary>
    Machine,

    /// <summary>A fax machine.</summary>
    Fax,

    /// <summary>Nobody spoke.</summary>
    Silence,
}
