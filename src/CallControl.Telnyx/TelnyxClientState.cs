using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Telnyx;

/// <summary>What an application attaches to a leg as <c>client_state</c>: every later webhook of the leg brings it back.</summary>
/// <remarks>
/// The vendor carries it as base64 text and does not look into it; neither does this library, which never puts anything of its own there.
/// What is read need not be base64: <see cref="Value"/> keeps it as it came.
/// </remarks>
[JsonConverter(typeof(TelnyxClientStateConverter))]
public readonly record struct TelnyxClientState
{
    private readonly string? _value;

    /// <summary>Wraps a state as it travels.</summary>
    /// <param name="value">Base64 text.</param>
    public TelnyxClientState(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The state as it travels; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Encodes bytes.</summary>
    public static TelnyxClientState FromBytes(ReadOnlySpan<byte> bytes) => new(Convert.ToBase64String(bytes));

    /// <summary>Encodes text, as UTF-8.</summary>
    public static TelnyxClientState FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromBytes(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Encodes a value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">How it is written, from a source-generated context.</param>
    public static TelnyxClientState FromJson<T>(T value, JsonTypeInfo<T> type) => FromBytes(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Decodes the bytes.</summary>
    /// <returns>False where it is not base64.</returns>
    public bool TryGetBytes([NotNullWhen(true)] out byte[]? bytes)
    {
        var room = new byte[(Value.Length / 4 * 3) + 3];
        bytes = Convert.TryFromBase64String(Value, room, out var length) ? room[..length] : null;
        return bytes is not null;
    }

    /// <summary>Decodes text.</summary>
    /// <returns>False where it is not base64 of UTF-8.</returns>
    public bool TryGetText([NotNullWhen(true)] out string? text)
    {
        text = null;
        try
        {
            text = TryGetBytes(out var bytes) ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes) : null;
        }
        catch (DecoderFallbackException)
        {
            // Bytes, not text.
        }

        return text is not null;
    }

    /// <summary>Decodes a value from JSON.</summary>
    /// <param name="type">How it is read, from a source-generated context.</param>
    /// <param name="value">The value.</param>
    /// <returns>False where it is not base64 of such JSON, or is JSON null.</returns>
    public bool TryGetJson<T>(JsonTypeInfo<T> type, [NotNullWhen(true)] out T? value)
    {
        value = default;
        if (!TryGetBytes(out var bytes))
            return false;

        try
        {
            value = JsonSerializer.Deserialize(bytes, type);
            return value is not null;
        }
        catch (JsonException)
        {
            // Something else than was asked for.
            return false;
        }
    }

    /// <summary>The length only: what is in it is the application's.</summary>
    public override string ToString() => $"client state of {Value.Length} characters";
}
