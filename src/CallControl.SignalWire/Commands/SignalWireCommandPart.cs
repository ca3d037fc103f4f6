using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>An object within a command.</summary>
public abstract record SignalWireCommandPart
{
    private protected SignalWireCommandPart()
    {
    }

    /// <summary>The kind only: what is in it may be a number, a text or a password.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the vendor's rules.</summary>
    /// <param name="violations">Where they are added.</param>
    /// <param name="field">The vendor's path of this object within <c>params</c>.</param>
    internal virtual void Validate(ViolationList violations, string field)
    {
    }
}
