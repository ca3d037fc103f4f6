using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The HTTP method of an assistant's call to your server.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<ToolHttpMethod>))]
public readonly record struct ToolHttpMethod : IVendorWord<ToolHttpMethod>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public ToolHttpMethod(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>GET.</summary>
    public static ToolHttpMethod Get { get; } = new("GET");

    /// <summary>POST.</summary>
    public static ToolHttpMethod Post { get; } = new("POST");

    /// <summary>PUT.</summary>
    public static ToolHttpMethod Put { get; } = new("PUT");

    /// <summary>DELETE.</summary>
    public static ToolHttpMethod Delete { get; } = new("DELETE");

    /// <summary>PATCH.</summary>
    public static ToolHttpMethod Patch { get; } = new("PATCH");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static ToolHttpMethod IVendorWord<ToolHttpMethod>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
