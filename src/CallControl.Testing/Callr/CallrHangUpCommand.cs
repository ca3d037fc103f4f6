namespace CallControl.Testing;

/// <summary>
/// <c>hangup</c> and <c>hangup_callid</c>. Unverified: that the latter has an empty result, fails when there is no such call, and ends the
/// own call too.
/// </summary>
internal sealed class CallrHangUpCommand(CallrCall call, Func<CallrLine?> find) : CallrCommand(call)
{
    public override void Start()
    {
        if (find() is not { } line)
        {
            Fail("PROPERTY_VALUE_ERROR [callid]");
            return;
        }

        line.End(CallrPost.HangUp);
        Complete("");
    }
}
