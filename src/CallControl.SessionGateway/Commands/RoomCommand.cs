namespace CallControl.SessionGateway;

/// <summary>A command on conference rooms: <c>POST /api/v1/conferences...</c>.</summary>
/// <remarks>Unlike session commands these carry no <c>command_uid</c>. Source: <c>/endpoints/conference/</c>.</remarks>
public abstract record RoomCommand : SessionGatewayCommand
{
    private protected RoomCommand()
    {
    }
}
