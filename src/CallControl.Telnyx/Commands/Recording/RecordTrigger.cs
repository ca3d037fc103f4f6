using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>When a leg is recorded by itself.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordTrigger>))]
public readonly record struct RecordTrigger : IVendorWord<RecordTrigger>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public RecordTrigger(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>From the answer on.</summary>
    public static RecordTrigger FromAnswer { get; } = new("record-from-answer");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static RecordTrigger IVendorWord<RecordTrigger>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
