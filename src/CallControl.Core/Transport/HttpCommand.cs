using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Providers;

/// <summary>One command to a provider, ready to be written to HTTP.</summary>
/// <typeparam name="TBody">The vendor's body; <see cref="object"/> where there is none.</typeparam>
public sealed class HttpCommand<TBody>
    where TBody : class
{
    /// <summary>The vendor's name of the command, for logs and messages: <c>playback/start</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method.</summary>
    /// <value>POST by default.</value>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The path below the base address, without a leading slash, each identifier encoded by <see cref="RequestPath.Segment"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The body; null for none.</summary>
    public TBody? Body { get; init; }

    /// <summary>How the body is written; needed where there is one.</summary>
    public JsonTypeInfo<TBody>? BodyType { get; init; }

    /// <summary>The content type that the body is sent with, as the header has it.</summary>
    /// <value><c>application/json</c> by default.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Members that replace or extend those of the body; null for none.</summary>
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>Which member of the body <see cref="AdditionalProperties"/> are put into, for vendors that wrap their parameters in an object; null, the default, for the body itself.</summary>
    /// <remarks>The member is an object, or is added where there is none.</remarks>
    public string? AdditionalPropertiesIn { get; init; }

    /// <summary>The call it goes to; <c>default</c> for none.</summary>
    public CallId Call { get; init; }

    /// <summary>The operation it starts or controls; null for none.</summary>
    public OperationId? Operation { get; init; }

    /// <summary>Which of the account's credentials it needs, in the provider's own words; null for the ordinary ones.</summary>
    public string? CredentialScope { get; init; }
}
