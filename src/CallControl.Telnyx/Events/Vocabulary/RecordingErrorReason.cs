using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Why a recording could not be stored: <c>reason</c> of <c>call.recording.error</c>.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is. The words are whole sentences.</remarks>
[JsonConverter(typeof(VendorWordConverter<RecordingErrorReason>))]
public readonly record struct RecordingErrorReason : IVendorWord<RecordingErrorReason>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word as the vendor writes it.</param>
    public RecordingErrorReason(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The storage refused the credentials given to Telnyx.</summary>
    public static RecordingErrorReason AuthorizationFailed => new("Failed to authorize with storage using custom credentials");

    /// <summary>The credentials given to Telnyx cannot be read.</summary>
    public static RecordingErrorReason InvalidCredentials => new("Invalid credentials json");

    /// <summary>The kind of storage is not supported.</summary>
    public static RecordingErrorReason UnsupportedBackend => new("Unsupported backend");

    /// <summary>Telnyx failed.</summary>
    public static RecordingErrorReason InternalError => new("Internal server error");

    /// <summary>The word as the vendor writes it; empty where it was absent.</summary>
    public string Value => _value ?? "";

    static RecordingErrorReason IVendorWord<RecordingErrorReason>.Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
