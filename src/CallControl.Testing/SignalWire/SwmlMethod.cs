namespace CallControl.Testing;

/// <summary>
/// One method: what it does, which ends with <see cref="SwmlRun.Next"/> now or later, and the parameter that may stand alone, without
/// its name.
/// </summary>
internal sealed record SwmlMethod(Action<SwmlRun, SwmlArguments> Execute, string? Alone = null);
