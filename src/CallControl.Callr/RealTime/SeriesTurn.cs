namespace CallControl.Callr;

/// <summary>A turn of one or more commands, up to the first that fails.</summary>
/// <param name="operation">The operation that it carries out; null for none.</param>
/// <param name="commands">The commands; made as they are needed.</param>
internal sealed class SeriesTurn(OperationId? operation, IEnumerable<RealTimeCommand> commands) : RealTimeTurn(operation)
{
    private readonly IEnumerator<RealTimeCommand> _rest = commands.GetEnumerator();

    public override RealTimeCommand? Next(RealTimeRequest? report) => report?.HasFailed() != true && _rest.MoveNext() ? _rest.Current : null;
}
