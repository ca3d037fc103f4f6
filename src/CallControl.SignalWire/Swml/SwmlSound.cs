using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a document can play: a file, a spoken text, silence or a ringing tone, as the vendor writes it.</summary>
[JsonConverter(typeof(VendorWordConverter<SwmlSound>))]
public readonly partial record struct SwmlSound : IVendorWord<SwmlSound>
{
    private readonly string? _value;

    /// <summary>Wraps a sound that is written as the vendor wants it.</summary>
    /// <param name="value">An address, or text that begins with <c>say:</c>, <c>silence:</c> or <c>ring:</c>; or an expression.</param>
    public SwmlSound(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <inheritdoc/>
    public string Value => _value ?? "";

    internal bool IsWellFormed => SwmlRules.IsExpression(Value) || Grammar.IsMatch(Value);

    // The vendor's pattern of play_url.
    [GeneratedRegex("^(https?://.+|ring: ?([0-9.]+: ?)?[a-zA-Z]{2}|say: ?.*|silence: ?[0-9.]+)$", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grammar { get; }

    /// <summary>A file, which the vendor fetches with GET.</summary>
    /// <param name="url">An absolute http or https address; may hold a user's name and password.</param>
    public static SwmlSound File(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new SwmlSound(url.OriginalString);
    }

    /// <summary>A text, spoken: <c>say:</c>.</summary>
    /// <param name="text">What is said.</param>
    public static SwmlSound Say(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SwmlSound("say:" + text);
    }

    /// <summary>Silence: <c>silence:</c>.</summary>
    /// <param name="duration">For how long; zero or more. Written in seconds.</param>
    public static SwmlSound Silence(TimeSpan duration) => new("silence:" + Seconds(duration));

    /// <summary>A country's ringing tone, once: <c>ring:us</c>.</summary>
    /// <param name="country">Two letters: <c>us</c>, <c>it</c>.</param>
    public static SwmlSound Ring(string country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return new SwmlSound("ring:" + country);
    }

    /// <summary>A country's ringing tone for a while: <c>ring:20:us</c>.</summary>
    /// <param name="country">Two letters: <c>us</c>, <c>it</c>.</param>
    /// <param name="duration">For how long; zero or more. Written in seconds.</param>
    public static SwmlSound Ring(string country, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(country);
        return new SwmlSound($"ring:{Seconds(duration)}:{country}");
    }

    static SwmlSound IVendorWord<SwmlSound>.Of(string value) => new(value);

    /// <summary>The kind only: what is said may be about a person, and an address may hold a password.</summary>
    public override string ToString() => nameof(SwmlSound);

    private static string Seconds(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        return ((decimal)duration.Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture);
    }
}
