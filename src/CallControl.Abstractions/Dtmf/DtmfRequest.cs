namespace CallControl;

/// <summary>Sends touch tones to the far end.</summary>
public sealed record DtmfRequest : CallRequest
{
    /// <summary>The tones: <c>0-9</c>, <c>A-D</c>, <c>*</c>, <c>#</c>; <c>w</c> waits half a second and <c>W</c> a second where the provider knows them.</summary>
    public required string Digits { get; init; }

    /// <summary>How long each tone lasts.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 250 ms).</value>
    public TimeSpan? ToneDuration { get; init; }
}
