using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is forked: <c>stream_type</c> of <c>call.fork.started</c> and <c>call.fork.stopped</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ForkEventStreamType>))]
public readonly record struct ForkEventStreamType : IVendorWord<ForkEventStreamType>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public ForkEventStreamType(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The audio after decryption.</summary>
    public static ForkEventStreamType Decrypted => new("decrypted");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static ForkEventStreamType IVendorWord<ForkEventStreamType>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
