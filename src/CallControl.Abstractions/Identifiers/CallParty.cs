namespace CallControl;

/// <summary>One end of a call as its provider writes it: an E.164 number, a SIP URI, a name, or nothing for a withheld number.</summary>
/// <remarks><see cref="ToString"/> masks the digits, so that a party may be logged; the text itself is in <see cref="Value"/>.</remarks>
public readonly record struct CallParty
{
    private readonly string? _value;

    /// <summary>Wraps the text exactly as the provider wrote it.</summary>
    /// <param name="value">A number, an address, or null or empty where the provider withholds it.</param>
    public CallParty(string? value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The number or address; empty where it was withheld.</summary>
    public string Value => _value ?? "";

    /// <summary>Makes a party of a number or address.</summary>
    public static implicit operator CallParty(string? value) => new(value);

    /// <summary>The party with all but the last two digits masked, or <c>(withheld)</c>.</summary>
    public override string ToString() => Value.Length == 0 ? "(withheld)" : Redaction.Party(Value);
}
