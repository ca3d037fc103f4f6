using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary><c>wait</c>.</summary>
internal sealed class CallrWaitCommand(CallrCall call, RequestBody parameters) : CallrCommand(call)
{
    public override void Start() => After(parameters.Seconds("wait", 0), () => Complete("0"));
}
