using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Something to be played: an item of the account's media library, or a text that is spoken.</summary>
[JsonConverter(typeof(CallrMediaConverter))]
public sealed record CallrMedia
{
    /// <summary>What stands between the parts of a spoken text on the wire.</summary>
    internal const char Separator = '|';

    private CallrMedia()
    {
    }

    /// <summary>Nothing, for members that may do without: 0 on the wire.</summary>
    public static CallrMedia None { get; } = Library(0);

    /// <summary>The item's number in the library.</summary>
    /// <value>Null for speech; 0 for <see cref="None"/>.</value>
    public long? LibraryId { get; private init; }

    /// <summary>The voice.</summary>
    /// <value>Null for an item of the library.</value>
    public string? Voice { get; private init; }

    /// <summary>The text to be spoken.</summary>
    /// <value>Null for an item of the library.</value>
    public string? Text { get; private init; }

    /// <summary>An item of the library.</summary>
    /// <param name="id">Its number: 0 or more.</param>
    public static CallrMedia Library(long id) => new() { LibraryId = id };

    /// <summary>A text that is spoken.</summary>
    /// <param name="voice">The vendor's name of the voice, <c>TTS_EN-GB_SERENA</c>. No <c>|</c>.</param>
    /// <param name="text">
    /// The text. No <c>|</c>, which would end it: it is unverified whether that can be escaped. Unverified: how long a text the vendor takes, and whether it takes SSML.
    /// </param>
    public static CallrMedia Speech(string voice, string text)
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(text);
        return new() { Voice = voice, Text = text };
    }

    /// <summary>The item or the voice; no text.</summary>
    public override string ToString() => LibraryId is { } id ? $"{nameof(CallrMedia)} {{ LibraryId = {id} }}" : $"{nameof(CallrMedia)} {{ Voice = {Voice} }}";

    internal void Validate(ViolationList violations, string field)
    {
        if (LibraryId is { } id)
        {
            violations.CheckAtLeast(field, id, 0);
            return;
        }

        if (string.IsNullOrWhiteSpace(Voice) || Voice.Contains(Separator, StringComparison.Ordinal))
            violations.Add(field, "must have a voice, without '|'", $"'{Voice}'");

        if (string.IsNullOrWhiteSpace(Text) || Text.Contains(Separator, StringComparison.Ordinal))
            violations.Add(field, "must have a text, without '|'", "***");
    }
}
