using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A script (SWML): the document itself, or a text that says where it is.</summary>
/// <remarks>On the wire an object or a text.</remarks>
[JsonConverter(typeof(SwmlDestinationConverter))]
public sealed record SwmlDestination : SignalWireCommandPart
{
    private SwmlDestination(string? address, SwmlDocument? document)
    {
        Address = address;
        Document = document;
    }

    /// <summary>The text; null for a document.</summary>
    public string? Address { get; }

    /// <summary>The document; null for a text.</summary>
    public SwmlDocument? Document { get; }

    /// <summary>A text.</summary>
    /// <param name="address">See <see cref="To(string)"/>.</param>
    public static implicit operator SwmlDestination(string address) => To(address);

    /// <summary>A document.</summary>
    /// <param name="document">The script.</param>
    public static implicit operator SwmlDestination(SwmlDocument document) => To(document);

    /// <summary>A text that says where the script is.</summary>
    /// <param name="address">An https address; what else the vendor takes is told at the command. Not empty.</param>
    public static SwmlDestination To(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new SwmlDestination(address, null);
    }

    /// <summary>The script itself.</summary>
    /// <param name="document">The script.</param>
    public static SwmlDestination To(SwmlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new SwmlDestination(null, document);
    }

    internal override void Validate(ViolationList violations, string field)
    {
        if (Document is { } document)
            document.Validate(violations, field);
        else
            violations.CheckRequired(field, Address);
    }
}
