using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What went over, or how a fax ended.</summary>
public sealed record CallFaxParams
{
    /// <summary>Which way it goes.</summary>
    [JsonPropertyName("direction")]
    public CallFaxDirection Direction { get; init; }

    /// <summary>The number of the page, of <c>page</c>.</summary>
    [JsonPropertyName("number")]
    public int? Number { get; init; }

    /// <summary>The identity of this side, of <c>finished</c> as all that follow.</summary>
    [JsonPropertyName("identity")]
    public string? Identity { get; init; }

    /// <summary>The identity of the far side.</summary>
    [JsonPropertyName("remote_identity")]
    public string? RemoteIdentity { get; init; }

    /// <summary>Where the document is.</summary>
    [JsonPropertyName("document")]
    public string? Document { get; init; }

    /// <summary>The format of the document.</summary>
    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>How many pages went over.</summary>
    [JsonPropertyName("pages")]
    public int? Pages { get; init; }

    /// <summary>Whether it went over.</summary>
    [JsonPropertyName("success")]
    public bool? Success { get; init; }

    /// <summary>How it ended, as a number of the vendor's.</summary>
    [JsonPropertyName("result")]
    public int? Result { get; init; }

    /// <summary>The same in words.</summary>
    [JsonPropertyName("result_text")]
    public string? ResultText { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallFaxParams);
}
