using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Sends DTMF.</summary>
/// <remarks>Sets the variable <c>send_digits_result</c> (success, failed).</remarks>
public sealed record SwmlSendDigits() : SwmlObjectMethod("send_digits")
{
    /// <summary>Sends digits.</summary>
    /// <param name="digits">See <see cref="Digits"/>.</param>
    [SetsRequiredMembers]
    public SwmlSendDigits(string digits)
        : this() => Digits = digits;

    /// <summary>The digits.</summary>
    /// <value>One or more of 0-9, A-D, * and #; <c>w</c> waits half a second, <c>W</c> a second.</value>
    [JsonPropertyName("digits")]
    public required string Digits { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        SwmlRules.SendDigits(violations, field + ".digits", Digits);
    }
}
