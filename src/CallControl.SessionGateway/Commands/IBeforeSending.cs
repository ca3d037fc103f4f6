namespace CallControl.SessionGateway;

/// <summary>Is told when a command's turn has come, right before it is sent: after every pause that was waited for.</summary>
internal interface IBeforeSending
{
    /// <summary>The command is about to be sent.</summary>
    void OnSending();
}
