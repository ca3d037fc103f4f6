using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What is done with a live session.</summary>
/// <remarks>On the wire a word, or an object with one member: <c>"stop"</c>, <c>{"start": {...}}</c>.</remarks>
public abstract record LiveAction : SignalWireCommandPart
{
    private protected LiveAction(string name, SignalWireCommandPart? settings)
    {
        Name = name;
        Settings = settings;
    }

    /// <summary>The vendor's word: <c>start</c>.</summary>
    public string Name { get; }

    /// <summary>What belongs to it; null where it is the word only.</summary>
    public SignalWireCommandPart? Settings { get; }

    internal sealed override void Validate(ViolationList violations, string field) => Settings?.Validate(violations, $"{field}.{Name}");
}
