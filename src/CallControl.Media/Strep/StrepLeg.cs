namespace CallControl.Media;

/// <summary>Which leg of the call the media belongs to: the bit L of a STREP header.</summary>
public enum StrepLeg
{
    /// <summary>The first leg.</summary>
    A,

    /// <summary>The second leg.</summary>
    B,
}
