using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The places that an assistant may transfer a call to: a list of them, or a text.</summary>
[JsonConverter(typeof(TransferTargetsConverter))]
public sealed record TransferTargets : TelnyxCommandPart
{
    private TransferTargets(string? text, IReadOnlyList<TransferTarget> items)
    {
        Text = text;
        Items = items;
    }

    /// <summary>The text; null where there is a list.</summary>
    public string? Text { get; }

    /// <summary>The list; empty where there is a text.</summary>
    public IReadOnlyList<TransferTarget> Items { get; }

    /// <summary>Places in a text.</summary>
    /// <param name="text">The text. Unverified: what the vendor reads in it.</param>
    public static implicit operator TransferTargets(string text) => OfText(text);

    /// <summary>Places in a text.</summary>
    /// <param name="text">The text. Unverified: what the vendor reads in it.</param>
    public static TransferTargets OfText(string text) => new(text, []);

    /// <summary>A list of places.</summary>
    /// <param name="items">The places; copied.</param>
    public static TransferTargets Of(params IEnumerable<TransferTarget> items) => new(null, [.. items]);

    internal override void Validate(ViolationList violations, string field)
    {
        if (Text is not null)
        {
            violations.CheckRequired(field, Text);
            return;
        }

        violations.CheckCount(field, Items.Count, 1, int.MaxValue);
        for (var i = 0; i < Items.Count; i++)
            Items[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
    }
}
