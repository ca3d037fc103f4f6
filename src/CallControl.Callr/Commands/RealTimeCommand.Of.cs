namespace CallControl.Callr;

/// <summary>A command whose result has a type.</summary>
/// <typeparam name="TResult">What the vendor's next request says of it.</typeparam>
public abstract record RealTimeCommand<TResult> : RealTimeCommand
    where TResult : RealTimeResult
{
    private protected RealTimeCommand(string name)
        : base(name)
    {
    }

    /// <summary>Reads the command's result from the request that reports it.</summary>
    internal abstract TResult ReadResult(RealTimeRequest report);
}
