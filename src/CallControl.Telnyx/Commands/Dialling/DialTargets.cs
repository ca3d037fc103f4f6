using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Who is called: one party, or several at the same time.</summary>
/// <remarks>On the wire a text for one, an array for several.</remarks>
[JsonConverter(typeof(DialTargetsConverter))]
public sealed record DialTargets : TelnyxCommandPart
{
    private DialTargets(IReadOnlyList<string> addresses) => Addresses = addresses;

    /// <summary>E.164 numbers or SIP addresses, at least one.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>One party.</summary>
    /// <param name="address">An E.164 number or a SIP address.</param>
    public static implicit operator DialTargets(string address) => One(address);

    /// <summary>One party.</summary>
    /// <param name="address">An E.164 number or a SIP address.</param>
    public static DialTargets One(string address) => new([address]);

    /// <summary>Several parties, who are rung at the same time.</summary>
    /// <param name="addresses">E.164 numbers or SIP addresses; copied.</param>
    public static DialTargets Of(params IEnumerable<string> addresses) => new([.. addresses]);

    internal override void Validate(ViolationList violations, string field)
    {
        if (Addresses.Count == 1)
            violations.CheckRequired(field, Addresses[0]);
        else
            violations.CheckCount(field, Addresses.Count, 1, int.MaxValue);

        if (Addresses.Count > 1)
            violations.CheckTexts(field, Addresses);
    }
}
