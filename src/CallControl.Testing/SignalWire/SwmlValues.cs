using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CallControl.Testing;

/// <summary>
/// What variables a step sees: those of the script, of <c>dial</c>, of the call, and the parameters it was handed. Only paths are
/// resolved and, in conditions, comparisons joined by "&amp;&amp;" and "||": the emulator runs no JavaScript.
/// </summary>
internal sealed partial class SwmlValues(SignalWireLeg leg, JsonObject parameters)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int PatternLimitMilliseconds = 1000;

    public string Expand(string text) =>
        text.Contains('{') ? Placeholder().Replace(text, match => TextOf(Find(match.Groups["path"].Value.Trim()))) : text;

    /// <summary>The same with all texts inside of it expanded.</summary>
    public JsonNode? Expand(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(Expand(value.GetString()!)),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Expand)]),
        JsonValueKind.Object => ObjectOf(value),
        _ => JsonNode.Parse(value.GetRawText()),
    };

    public JsonNode? Find(string path)
    {
        var parts = path.Split('.');
        var rest = parts.AsSpan(1);
        return parts[0] switch
        {
            "vars" => Walk(leg.Variables, rest),
            "envs" => Walk(leg.Environment, rest),
            "params" => Walk(parameters, rest),
            "call" => Walk(SwmlFetch.DescribeCall(leg), rest),
            _ => Walk(leg.Variables, parts) ?? Walk(leg.Environment, parts) ?? Walk(SwmlFetch.DescribeCall(leg), parts),
        };
    }

    /// <summary>Whether a condition holds; null when it is beyond the emulator.</summary>
    public bool? Test(string condition)
    {
        var any = false;
        foreach (var alternative in condition.Split("||"))
        {
            var all = true;
            foreach (var comparison in alternative.Split("&&"))
            {
                if (Compare(comparison.Trim()) is not { } holds)
                    return null;
                all &= holds;
            }

            any |= all;
        }

        return any;
    }

    private static JsonNode? Walk(JsonNode? node, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (node is not JsonObject inner || !inner.TryGetPropertyValue(name, out node))
                return null;
        }

        return node;
    }

    private JsonObject ObjectOf(JsonElement value)
    {
        var copy = new JsonObject();
        foreach (var member in value.EnumerateObject())
            copy[member.Name] = Expand(member.Value);
        return copy;
    }

    private static string TextOf(JsonNode? node) =>
        node is null ? "" : node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();

    private bool? Compare(string comparison)
    {
        if (Comparison().Match(comparison) is { Success: true } match)
        {
            if (Operand(match.Groups["left"].Value) is not { } left || Operand(match.Groups["right"].Value) is not { } right)
                return null;
            var areNumbers = double.TryParse(left, CultureInfo.InvariantCulture, out var a)
                & double.TryParse(right, CultureInfo.InvariantCulture, out var b);
            return match.Groups["sign"].Value switch
            {
                "==" or "===" => left == right,
                "!=" or "!==" => left != right,
                "<" => areNumbers ? a < b : null,
                ">" => areNumbers ? a > b : null,
                "<=" => areNumbers ? a <= b : null,
                _ => areNumbers ? a >= b : null,
            };
        }

        var isNegated = comparison.StartsWith('!');
        return Operand(comparison.TrimStart('!')) is { } operand ? operand is not ("" or "false" or "0") != isNegated : null;
    }

    private string? Operand(string text)
    {
        text = text.Trim();
        if (text is ['\'' or '"', .., '\'' or '"'])
            return text[1..^1];
        if (text is "true" or "false" || double.TryParse(text, CultureInfo.InvariantCulture, out _))
            return text;
        return Path().IsMatch(text) ? TextOf(Find(text)) : null;
    }

    [GeneratedRegex(@"[$%]\{(?<path>[^}]*)\}", Options, PatternLimitMilliseconds)]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(?<left>.+?)(?<sign>===|!==|==|!=|<=|>=|<|>)(?<right>.+)$", Options, PatternLimitMilliseconds)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$", Options, PatternLimitMilliseconds)]
    private static partial Regex Path();
}
