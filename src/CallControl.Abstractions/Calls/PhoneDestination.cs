namespace CallControl;

/// <summary>A number of the telephone network: <see cref="Destination.Phone"/>.</summary>
public sealed record PhoneDestination : Destination
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    internal PhoneDestination(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!IsE164(number))
            throw new ArgumentException(
                $"A phone number is written '+' and {MinDigits} to {MaxDigits} digits (E.164), the first not 0; this one has {number.Length} characters.",
                nameof(number));

        Number = number;
    }

    /// <summary>The number in E.164 form, plus sign included.</summary>
    public string Number { get; }

    /// <summary>The number with all but its last two digits masked.</summary>
    public override string ToString() => Redaction.Party(Number);

    private static bool IsE164(string number) =>
        number.Length is > MinDigits and <= MaxDigits + 1
        && number[0] == '+' && number[1] is >= '1' and <= '9'
        && !number.AsSpan(2).ContainsAnyExceptInRange('0', '9');
}
