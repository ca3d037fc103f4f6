using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How an assistant asks your server.</summary>
public sealed record WebhookToolParameters : TelnyxCommandPart
{
    /// <summary>The tool's name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What the language model is told about it.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("description")]
    public required string Description { get; init; }

    /// <summary>Where your server is.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>The HTTP method.</summary>
    /// <value>Null, the default, is POST.</value>
    [JsonPropertyName("method")]
    public ToolHttpMethod? Method { get; init; }

    /// <summary>Headers of the request.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("headers")]
    public IReadOnlyList<ToolHeader>? Headers { get; init; }

    /// <summary>What the language model puts into the body.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("body_parameters")]
    public ToolParameters? BodyParameters { get; init; }

    /// <summary>What the language model puts into the path.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("path_parameters")]
    public ToolParameters? PathParameters { get; init; }

    /// <summary>What the language model puts into the query.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("query_parameters")]
    public ToolParameters? QueryParameters { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".name", Name);
        violations.CheckRequired(field + ".description", Description);
        violations.CheckRequired(field + ".url", Url);
    }
}
