using System.Text.Json.Nodes;

namespace CallControl;

/// <summary>What all requests share.</summary>
public abstract record CallRequest
{
    private protected CallRequest()
    {
    }

    /// <summary>Members to put into the body of the vendor's command besides, or instead of, those that this library writes.</summary>
    /// <value>Null, the default, adds nothing. Names are the vendor's. Where a request is composed of several commands, the provider's documentation says into which they go.</value>
    /// <remarks>
    /// The way to an option that the neutral request has no word for. The members that tie events to operations
    /// (<c>command_uid</c>, <c>control_id</c> and the like) are refused. Not copied: do not change it while the request is in use.
    /// </remarks>
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The request's kind only: what is in it may be a phone number, a PIN or a token.</summary>
    public sealed override string ToString() => GetType().Name;
}
