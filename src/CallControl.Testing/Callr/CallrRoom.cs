namespace CallControl.Testing;

/// <summary>A conference room of the account: whoever names the same id is in the same room.</summary>
internal sealed class CallrRoom(CallrContext context, string id)
{
    private readonly List<CallrConferenceCommand> _members = [];

    public IReadOnlyList<CallrLine> HearersOf(CallrCall call) =>
        [.. _members.Where(member => member.Call != call).Select(static member => member.Call)];

    public void Enter(CallrConferenceCommand member)
    {
        foreach (var other in _members)
            other.HearJoin();
        _members.Add(member);
        member.Call.Room = this;
        if (_members.Count == 1)
            member.HearWaiting();
    }

    /// <summary>One goes; whoever stays behind alone may go as well.</summary>
    public void Leave(CallrConferenceCommand member)
    {
        if (!Remove(member))
            return;
        foreach (var other in _members.ToArray())
            other.HearLeave();
        if (_members is not [var last])
            return;
        if (last.LeavesWhenAlone)
            last.LeaveAsLast();
        else
            last.HearWaiting();
    }

    /// <summary>One goes without anybody's noticing; false when it was not here.</summary>
    public bool Remove(CallrConferenceCommand member)
    {
        if (!_members.Remove(member))
            return false;
        member.Call.Room = null;
        if (_members.Count == 0)
            context.Rooms.Remove(id);
        return true;
    }

    public void Close()
    {
        foreach (var member in _members.ToArray())
        {
            Remove(member);
            member.BeClosed();
        }
    }
}
