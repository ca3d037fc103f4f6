using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// SWML's <c>request</c>: asks a server in the middle of a document. Its own headers and time limits are not sent; the body is sent as
/// JSON. Unverified: that no answer sets the result to "failed" and goes on.
/// </summary>
internal static class SwmlRequest
{
    public static void Execute(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        if (arguments.Url("url") is not { } url)
        {
            run.Fail("request", "url: An HTTP or HTTPS address is expected.");
            return;
        }

        var body = arguments.Text("body") ?? arguments.Element("body")?.GetRawText() ?? "";
        var question = new RaisedWebhook(SignalWireEvents.Request, leg.Id, body, static () => null)
        {
            Method = new HttpMethod(arguments.Text("method", "GET")),
        };
        var go = run.Wait();
        leg.Context.Start(leg, async () =>
        {
            var answer = await leg.Context.AskAsync(question, url).ConfigureAwait(false);
            lock (leg.Context.Gate)
            {
                go(() =>
                {
                    Keep(run, url, answer, arguments.Flag("save_variables"));
                    run.Next();
                });
            }
        });
    }

    private static void Keep(SwmlRun run, Uri url, WebhookAnswer answer, bool saves)
    {
        var result = answer.IsSuccess ? "success" : "failed";
        run.Set("request_url", url.OriginalString);
        run.Set("request_result", result);
        run.Set("return_value", result);
        run.Set("request_response_code", answer.Status);
        run.Set("request_response_body", answer.Body);
        if (saves && ObjectOf(answer.Body) is { } response)
            run.Set("request_response", response);
    }

    private static JsonObject? ObjectOf(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
