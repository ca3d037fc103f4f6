namespace CallControl.Testing;

/// <summary>
/// Two legs that hear each other. Each side says what it does when the bridge is over; it is told whether the other side has left
/// for good (hung up, or went on to another document), so that the bridge cannot come back.
/// </summary>
internal sealed class SignalWireBridge(SignalWireLeg first, SignalWireLeg second, Action<bool> firstFreed, Action<bool> secondFreed)
{
    private bool _isOver;

    public static SignalWireBridge Join(SignalWireLeg first, SignalWireLeg second, Action<bool> firstFreed, Action<bool> secondFreed)
    {
        var bridge = new SignalWireBridge(first, second, firstFreed, secondFreed);
        (first.Bridge, second.Bridge) = (bridge, bridge);
        return bridge;
    }

    public SignalWireLeg Other(SignalWireLeg leg) => leg == first ? second : first;

    /// <summary>One leg goes; the other one is freed.</summary>
    public void Leave(SignalWireLeg leg)
    {
        if (!TakeApart())
            return;
        if (leg == first)
            secondFreed(true);
        else
            firstFreed(true);
    }

    /// <summary>Both legs are freed, and neither has gone.</summary>
    public void Separate()
    {
        if (!TakeApart())
            return;
        firstFreed(false);
        secondFreed(false);
    }

    private bool TakeApart()
    {
        if (_isOver)
            return false;
        _isOver = true;
        (first.Bridge, second.Bridge) = (null, null);
        return true;
    }
}
