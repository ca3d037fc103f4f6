using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Whether what was gathered fits what was asked for: <c>status</c> of <c>call.ai_gather.ended</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<AiGatherStatus>))]
public readonly record struct AiGatherStatus : IVendorWord<AiGatherStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public AiGatherStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It fits.</summary>
    public static AiGatherStatus Valid => new("valid");

    /// <summary>It does not.</summary>
    public static AiGatherStatus Invalid => new("invalid");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static AiGatherStatus IVendorWord<AiGatherStatus>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
