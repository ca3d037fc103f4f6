namespace CallControl.Media.Forks;

/// <summary>
/// Lets any thread read what one thread at a time changes, without a lock that whoever reads could have to wait for: what was read while it changed is read again.
/// </summary>
internal struct ChangeMark
{
    // Odd while something changes.
    private int _version;

    /// <summary>Before something changes. One thread at a time.</summary>
    public void Begin()
    {
        Volatile.Write(ref _version, unchecked(_version + 1));
        Volatile.WriteBarrier();
    }

    /// <summary>When all that belongs together was changed.</summary>
    public void End() => Volatile.Write(ref _version, unchecked(_version + 1));

    /// <summary>Before something is read.</summary>
    /// <returns>What <see cref="IsCurrent"/> is asked with.</returns>
    public readonly int BeginReading()
    {
        var spinner = default(SpinWait);
        while (true)
        {
            var version = Volatile.Read(in _version);
            if ((version & 1) == 0)
                return version;

            spinner.SpinOnce();
        }
    }

    /// <summary>Whether what was read since belongs together.</summary>
    public readonly bool IsCurrent(int version)
    {
        Volatile.ReadBarrier();
        return Volatile.Read(in _version) == version;
    }
}
