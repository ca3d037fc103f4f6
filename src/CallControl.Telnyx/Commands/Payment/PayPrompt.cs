using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What is said in a step of a payment: one text, or several with the cases in which each is said.</summary>
/// <remarks>On the wire a text or an array; the order of several matters.</remarks>
[JsonConverter(typeof(PayPromptConverter))]
public sealed record PayPrompt : TelnyxCommandPart
{
    private PayPrompt(string? text, IReadOnlyList<PayPromptText> cases)
    {
        Text = text;
        Cases = cases;
    }

    /// <summary>The one text; null where there are several.</summary>
    public string? Text { get; }

    /// <summary>Several texts; empty where there is one.</summary>
    public IReadOnlyList<PayPromptText> Cases { get; }

    /// <summary>One text for all cases.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator PayPrompt(string text) => OfText(text);

    /// <summary>One text for all cases.</summary>
    /// <param name="text">The text.</param>
    public static PayPrompt OfText(string text) => new(text, []);

    /// <summary>Several texts.</summary>
    /// <param name="cases">The texts, in their order; copied.</param>
    public static PayPrompt Of(params IEnumerable<PayPromptText> cases) => new(null, [.. cases]);

    internal override void Validate(ViolationList violations, string field)
    {
        if (Text is not null)
        {
            violations.CheckRequired(field, Text);
            return;
        }

        violations.CheckCount(field, Cases.Count, 1, int.MaxValue);
        for (var i = 0; i < Cases.Count; i++)
            Cases[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
    }
}
