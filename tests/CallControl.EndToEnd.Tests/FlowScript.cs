namespace CallControl.EndToEnd.Tests;

/// <summary>A flow given as a function, so that each test can write its call down.</summary>
public sealed class FlowScript(Func<Call, CancellationToken, Task> run) : ICallFlow
{
    public Task RunAsync(Call call, CancellationToken callEnded) => run(call, callEnded);
}
