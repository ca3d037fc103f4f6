namespace CallControl.Testing.Emulation;

/// <summary>What becomes of a socket to the application. All is told under the account's lock, and nothing after the socket was closed.</summary>
internal interface IMediaPeer
{
    void Opened();

    /// <summary>It could not be opened.</summary>
    void Failed(string reason);

    /// <summary>A whole message came.</summary>
    void Received(ReadOnlySpan<byte> message, bool isText);

    /// <summary>The application closed it, or it broke.</summary>
    void Lost();
}
