using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Somebody to be called.</summary>
public sealed record CallrTarget
{
    /// <summary>The number.</summary>
    /// <value>E.164: <c>+</c> and 6 to 15 digits, the first of them not 0. Unverified: the rule is that of <c>cli</c>.</value>
    [JsonPropertyName("number")]
    public required string Number { get; init; }

    /// <summary>How long it rings, in seconds.</summary>
    /// <value>5 to 300; 30 by default, which is this library's: the vendor names none.</value>
    [JsonPropertyName("timeout")]
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>The kind only.</summary>
    public override string ToString() => nameof(CallrTarget);

    internal void Validate(ViolationList violations, string field)
    {
        violations.CheckPhoneNumber(field + ".number", Number);
        violations.CheckRange(field + ".timeout", TimeoutSeconds, 5, 300);
    }
}
