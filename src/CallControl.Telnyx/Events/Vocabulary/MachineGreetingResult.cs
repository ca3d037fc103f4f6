using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How the greeting ended, as standard detection hears it: <c>result</c> of <c>call.machine.greeting.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<MachineGreetingResult>))]
public readonly record struct MachineGreetingResult : IVendorWord<MachineGreetingResult>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public MachineGreetingResult(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>With a beep.</summary>
    public static MachineGreetingResult BeepDetected => new("beep_detected");

    /// <summary>Without a beep that was heard.</summary>
    public static MachineGreetingResult Ended => new("ended");

    /// <summary>Undecided.</summary>
    public static MachineGreetingResult NotSure => new("not_sure");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static MachineGreetingResult IVendorWord<MachineGreetingResult>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
