using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What a stream is asked for with. Track, codec, token and custom parameters are accepted without effect.</summary>
internal sealed record StreamTerms(string Url, string? Name, Uri? StatusUrl, bool IsToldByGet)
{
    public static StreamTerms OfCommand(RequestBody body) => new(
        body.Text("url", ""),
        body.Text("name"),
        body.Text("status_url") is { } url ? new Uri(url) : null,
        body.Text("status_url_method") is "GET");

    public static StreamTerms OfStep(SwmlArguments arguments, string url) =>
        new(url, arguments.Text("name"), arguments.Url("status_url"), arguments.Text("status_url_method") is "GET");
}
