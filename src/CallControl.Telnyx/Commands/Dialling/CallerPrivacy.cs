using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Whether the caller's number is shown.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<CallerPrivacy>))]
public readonly record struct CallerPrivacy : IVendorWord<CallerPrivacy>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public CallerPrivacy(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>It is hidden.</summary>
    public static CallerPrivacy Id { get; } = new("id");

    /// <summary>It is shown.</summary>
    public static CallerPrivacy None { get; } = new("none");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static CallerPrivacy IVendorWord<CallerPrivacy>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
