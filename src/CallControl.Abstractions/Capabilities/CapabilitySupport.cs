namespace CallControl;

/// <summary>How a provider does something.</summary>
public enum CapabilitySupport
{
    /// <summary>Not at all: asking for it throws <see cref="CapabilityNotSupportedException"/> before anything is sent.</summary>
    Unsupported,

    /// <summary>By several of the vendor's commands, which the adapter composes.</summary>
    Composed,

    /// <summary>By a command or an option of the vendor's own.</summary>
    Native,
}
