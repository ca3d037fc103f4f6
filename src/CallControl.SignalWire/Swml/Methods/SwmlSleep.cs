using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Waits.</summary>
/// <param name="Milliseconds">For how long: more than 0, or -1 for ever.</param>
public sealed record SwmlSleep(int Milliseconds) : SwmlMethod("sleep")
{
    private const int WithoutEnd = -1;

    /// <summary>Waits for ever: keeps the call until something else is done with it.</summary>
    public static SwmlSleep Forever { get; } = new(WithoutEnd);

    internal override void WriteParameters(Utf8JsonWriter writer) => writer.WriteNumberValue(Milliseconds);

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Milliseconds is < WithoutEnd or 0)
            violations.Add(field, "must be more than 0, or -1", Milliseconds);
    }
}
