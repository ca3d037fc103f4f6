namespace CallControl.Testing;

/// <summary>
/// <c>play</c>, <c>play_record</c> and <c>play_wav_data</c>. Unverified: that no medium at all, the number 0, is played at once and
/// without an error, and that WAV data of another kind is one.
/// </summary>
internal sealed class CallrPlayCommand(CallrCall call, CallrSound sound) : CallrCommand(call)
{
    public override void Start()
    {
        if (sound.IsMissing)
            Complete("1");
        else
            Play(sound, () => Complete("0"));
    }
}
