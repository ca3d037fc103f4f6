namespace CallControl.Telnyx;

/// <summary>A voice of AWS Polly; there is nothing to set.</summary>
public sealed record AwsVoiceSettings() : VoiceSettings("aws");
