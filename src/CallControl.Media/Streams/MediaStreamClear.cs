namespace CallControl.Media;

/// <summary>Audio that waits is to be thrown away. Vendors do not document that they send it; kept apart because the protocol has the word.</summary>
public sealed record MediaStreamClear : MediaStreamMessage;
