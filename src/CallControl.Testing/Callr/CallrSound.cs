using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>Something to be heard. Unverified: that a medium which cannot be found is no error where no result tells of it.</summary>
internal sealed record CallrSound(TimeSpan Duration, bool IsHeard = true, bool IsMissing = false)
{
    private const int BytesPerSecond = 16_000;

    /// <summary>No medium at all: the number 0.</summary>
    public static readonly CallrSound None = new(TimeSpan.Zero, IsHeard: false);

    private static readonly CallrSound Missing = new(TimeSpan.Zero, IsHeard: false, IsMissing: true);

    /// <summary>A medium by its number, as number or text, or a text to speak; none where the member is absent.</summary>
    public static CallrSound OfMedia(CallrContext context, RequestBody parameters, string name) =>
        parameters.Element(name) is { } media ? OfMedia(context, media) : None;

    public static CallrSound OfMedia(CallrContext context, JsonElement media)
    {
        var text = media.ToString();
        if (text.StartsWith("TTS|", StringComparison.Ordinal))
            return new CallrSound(context.Options.SpeechDuration);
        var id = long.Parse(text, CultureInfo.InvariantCulture);
        if (id == 0)
            return None;
        return context.Library.DurationOf(id) is { } duration ? Lasting(context, duration) : Missing;
    }

    public static CallrSound OfRecording(CallrContext context, string file) =>
        context.Recordings.TryGetValue(file, out var duration) ? Lasting(context, duration) : Missing;

    /// <summary>
    /// A WAV file of 8 kHz, 16 bits, mono; missing when it is another file.
    /// </summary>
    /// <remarks>
    /// RIFF: "RIFF", size, "WAVE", then chunks of name (4 bytes), size (4, little-endian) and content, padded to even. "fmt ": coding (2;
    /// 1 is PCM), channels (2), rate (4), bytes per second (4), bytes per frame (2), bits per sample (2). "data": the samples.
    /// </remarks>
    public static CallrSound OfWav(CallrContext context, ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !Is(file, "RIFF") || !Is(file[8..], "WAVE"))
            return Missing;
        var isRight = false;
        for (var rest = file[12..]; rest.Length >= 8;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            var content = rest[8..];
            if (Is(rest, "data"))
                return isRight && size <= content.Length ? Lasting(context, TimeSpan.FromSeconds(size / (double)BytesPerSecond)) : Missing;
            if (size > content.Length)
                return Missing;
            if (Is(rest, "fmt "))
                isRight = size >= 16 && IsTelephone(content);
            rest = content[(int)Math.Min(size + (size & 1), content.Length)..];
        }

        return Missing;
    }

    private static bool IsTelephone(ReadOnlySpan<byte> format) =>
        BinaryPrimitives.ReadUInt16LittleEndian(format) == 1
        && BinaryPrimitives.ReadUInt16LittleEndian(format[2..]) == 1
        && BinaryPrimitives.ReadUInt32LittleEndian(format[4..]) == 8000
        && BinaryPrimitives.ReadUInt16LittleEndian(format[14..]) == 16;

    private static bool Is(ReadOnlySpan<byte> bytes, string name) => Encoding.ASCII.GetString(bytes[..4]) == name;

    private static CallrSound Lasting(CallrContext context, TimeSpan duration) => new(context.Options.MediaDuration ?? duration);
}
