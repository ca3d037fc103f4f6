namespace CallControl.Telnyx;

/// <summary>The leg that a transfer calls, from the command until the vendor has named it and it was answered or ended.</summary>
/// <param name="from">The call that is sent on.</param>
/// <param name="operation">The transfer.</param>
/// <param name="to">Whom it calls, as the command says it.</param>
internal sealed class TelnyxTransferLeg(CallId from, OperationId operation, string to)
{
    private const string SipScheme = "sip:";
    private const string SipsScheme = "sips:";

    private readonly TaskCompletionSource _named = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _call;
    private volatile bool _isAnswered;
    private volatile bool _isStopping;

    public CallId From { get; } = from;

    public OperationId Operation { get; } = operation;

    /// <summary>The vendor's name of the leg; null until it has told.</summary>
    public CallId? Call => _call is { } call ? new CallId(call) : null;

    /// <summary>Ends when the vendor has told.</summary>
    public Task Named => _named.Task;

    /// <summary>Whether somebody has answered: what ends the leg afterwards is no failure of the transfer.</summary>
    public bool IsAnswered
    {
        get => _isAnswered;
        set => _isAnswered = value;
    }

    /// <summary>Whether the leg is to be hung up before the two are joined: its end is then that of the transfer, answered or not.</summary>
    public bool IsStopping
    {
        get => _isStopping;
        set => _isStopping = value;
    }

    /// <summary>The session in which it is waited for; null where that is not known, and nothing is heard of the leg.</summary>
    public string? Session { get; set; }

    /// <summary>Whether an event of another leg of the session is of this one: by its name, or before it has one by whom it calls.</summary>
    public bool Is(TelnyxEvent native)
    {
        if (native.Call == From || native.Call == default)
            return false;

        return _call is { } known
            ? native.Call.Value == known
            : !string.IsNullOrEmpty(native.To) && MemoryExtensions.Equals(WithoutScheme(native.To), WithoutScheme(to), StringComparison.OrdinalIgnoreCase);
    }

    public void Name(CallId call)
    {
        _call ??= call.Value;
        _named.TrySetResult();
    }

    private static ReadOnlySpan<char> WithoutScheme(string party) =>
        party.StartsWith(SipScheme, StringComparison.OrdinalIgnoreCase) || party.StartsWith(SipsScheme, StringComparison.OrdinalIgnoreCase)
            ? party.AsSpan(party.IndexOf(':', StringComparison.Ordinal) + 1)
            : party;
}
