using System.Collections.Frozen;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What runs on a called leg between its answer and the connection: a document that is fetched, or steps.</summary>
[JsonConverter(typeof(SwmlConfirmConverter))]
public sealed record SwmlConfirm
{
    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        "cond", "set", "unset", "hangup", "play", "prompt", "record", "record_call", "stop_record_call", "tap", "stop_tap", "stream", "stop_stream", "send_digits", "send_sms", "denoise", "stop_denoise");

    /// <summary>A document.</summary>
    /// <param name="url">An absolute http or https address that it is fetched from.</param>
    public SwmlConfirm(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
    }

    /// <summary>Steps.</summary>
    /// <param name="methods">
    /// At least one of <c>cond</c>, <c>set</c>, <c>unset</c>, <c>hangup</c>, <c>play</c>, <c>prompt</c>, <c>record</c>, <c>record_call</c>, <c>stop_record_call</c>, <c>tap</c>, <c>stop_tap</c>,
    /// <c>stream</c>, <c>stop_stream</c>, <c>send_digits</c>, <c>send_sms</c>, <c>denoise</c> and <c>stop_denoise</c>.
    /// </param>
    public SwmlConfirm(params IReadOnlyList<SwmlMethod> methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        Methods = methods;
    }

    /// <summary>Where the document is fetched; null for steps.</summary>
    public Uri? Url { get; }

    /// <summary>The steps; null for a document.</summary>
    public IReadOnlyList<SwmlMethod>? Methods { get; }

    /// <summary>The kind only: what is in it may be a number, a text or a key.</summary>
    public override string ToString() => nameof(SwmlConfirm);

    internal void Validate(ViolationList violations, string field)
    {
        SwmlRules.Url(violations, field, Url);
        SwmlRules.NotEmpty(violations, field, Methods);
        SwmlRules.Methods(violations, field, Methods);
        for (var i = 0; i < Methods?.Count; i++)
        {
            if (Methods[i] is { } method and not SwmlRaw && !Allowed.Contains(method.Name))
                violations.Add(ViolationListExtensions.Item(field, i), "must be a method that is allowed in confirm", method.Name);
        }
    }
}
