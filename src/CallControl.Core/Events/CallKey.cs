namespace CallControl.Providers;

/// <summary>A call id is unique within its provider account only.</summary>
internal readonly record struct CallKey(string Provider, CallId Call)
{
    /// <summary>Stands for what concerns the account rather than a call.</summary>
    public bool IsAccount => Call == default;
}
