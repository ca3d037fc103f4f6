using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The codecs that a dialled leg may use, the preferred one first.</summary>
/// <remarks>On the wire an array, or one text with commas.</remarks>
[JsonConverter(typeof(DialCodecsConverter))]
public sealed record DialCodecs : SignalWireCommandPart
{
    private DialCodecs(string? text, IReadOnlyList<DialCodec> items)
    {
        Text = text;
        Items = items;
    }

    /// <summary>The codecs; empty where they were given as one text.</summary>
    public IReadOnlyList<DialCodec> Items { get; }

    /// <summary>The codecs with commas between them; null where they were given as a list.</summary>
    public string? Text { get; }

    /// <summary>One text.</summary>
    /// <param name="text">See <see cref="OfText(string)"/>.</param>
    public static implicit operator DialCodecs(string text) => OfText(text);

    /// <summary>A list.</summary>
    /// <param name="codecs">The codecs; copied. At least one.</param>
    public static DialCodecs Of(params IEnumerable<DialCodec> codecs) => new(null, [.. codecs]);

    /// <summary>One text, sent as it is.</summary>
    /// <param name="text">The codecs with commas between them. Not empty.</param>
    public static DialCodecs OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new DialCodecs(text, []);
    }

    internal override void Validate(ViolationList violations, string field)
    {
        if (Text is { } text)
        {
            violations.CheckRequired(field, text);
            return;
        }

        violations.CheckCount(field, Items.Count, 1);
        violations.CheckWords(field, Items);
    }
}
