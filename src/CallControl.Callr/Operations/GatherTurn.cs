namespace CallControl.Callr;

/// <summary>Plays what the vendor cannot play while it reads, and reads; again while nothing is entered.</summary>
internal sealed class GatherTurn(OperationId operation, GatherForm form, IReadOnlyList<RealTimeCommand> before) : RealTimeTurn(operation)
{
    private int _position;
    private int _tries;

    public override RealTimeCommand? Next(RealTimeRequest? report)
    {
        if (report?.HasFailed() == true)
            return null;

        if (report?.Command == RealTimeCommandNames.Read)
        {
            _tries++;
            _position = 0;
            if (!new ReadResult(report).IsTimeout || _tries >= form.Tries)
                return null;
        }

        return _position < before.Count ? before[_position++] : form.Read;
    }
}
