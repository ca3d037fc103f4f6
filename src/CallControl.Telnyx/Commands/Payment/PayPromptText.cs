using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is said in a step of a payment, and when.</summary>
public sealed record PayPromptText : TelnyxCommandPart
{
    /// <summary>What is said.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>For which tries: their numbers from 1 on, with spaces between.</summary>
    /// <value>Null, the default, for all. Unverified: from a newer SDK of the vendor's alone.</value>
    [JsonPropertyName("attempt")]
    public string? Attempt { get; init; }

    /// <summary>For which brand of card.</summary>
    /// <value>Visa, Mastercard, Amex, Discover, Diners Club or JCB, which are the ones that are recognised. Null, the default, for all.</value>
    [JsonPropertyName("card_type")]
    public PayCardType? CardType { get; init; }

    /// <summary>After which error.</summary>
    /// <value>Null, the default, for all.</value>
    [JsonPropertyName("error_type")]
    public PayPromptError? ErrorType { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".text", Text);
    }
}
