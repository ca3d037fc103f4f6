namespace CallControl;

/// <summary>An address that only its vendor understands: <see cref="Destination.Address"/>.</summary>
public sealed record AddressDestination : Destination
{
    internal AddressDestination(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
    }

    /// <summary>The address as the vendor writes it.</summary>
    public string Value { get; }

    /// <summary>The address with its digits masked.</summary>
    public override string ToString() => Redaction.Party(Value);
}
