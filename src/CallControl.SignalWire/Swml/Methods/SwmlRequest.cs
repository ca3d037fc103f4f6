using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Sends an HTTP request.</summary>
/// <remarks>
/// Sets the variables <c>request_url</c>, <c>request_result</c> (success, failed), <c>return_value</c>, <c>request_response_code</c>, <c>request_response_headers</c> (at most 64, names in lower
/// case), <c>request_response_body</c> (at most 64 KB) and, with <see cref="SaveVariables"/>, <c>request_response</c>.
/// </remarks>
public sealed record SwmlRequest() : SwmlObjectMethod("request")
{
    /// <summary>Where it goes.</summary>
    /// <value>An absolute http or https address; may hold a user's name and password.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    /// <summary>The HTTP method.</summary>
    [JsonPropertyName("method")]
    public required SwmlHttpMethod Method { get; init; }

    /// <summary>The headers.</summary>
    /// <value><c>Accept</c>, <c>Authorization</c>, <c>Content-Type</c>, <c>Range</c> and those that begin with <c>X-</c>.</value>
    [JsonPropertyName("headers")]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body.</summary>
    /// <value>Text or an object. The vendor guesses a <c>Content-Type</c> where there is none.</value>
    [JsonPropertyName("body")]
    public JsonNode? Body { get; init; }

    /// <summary>How long it waits for an answer, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 0: for ever.</value>
    [JsonPropertyName("timeout")]
    public double? TimeoutSeconds { get; init; }

    /// <summary>How long it waits for a connection, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 0: for ever.</value>
    [JsonPropertyName("connect_timeout")]
    public double? ConnectTimeoutSeconds { get; init; }

    /// <summary>Whether the members of an answer in JSON become variables.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("save_variables")]
    public bool? SaveVariables { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Url is null)
            violations.Add(field + ".url", "must be given");

        SwmlRules.Url(violations, field + ".url", Url);
        violations.CheckRequired(field + ".method", Method.Value);
        violations.CheckNumber(field + ".timeout", TimeoutSeconds, 0);
        violations.CheckNumber(field + ".connect_timeout", ConnectTimeoutSeconds, 0);
    }
}
