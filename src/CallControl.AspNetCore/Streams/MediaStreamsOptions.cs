namespace CallControl.AspNetCore;

/// <summary>Where vendors reach this application's media streams, and how long they are waited for.</summary>
public sealed class MediaStreamsOptions
{
    /// <summary>Where the world reaches the endpoints, the pattern given to <c>MapMediaStream</c> included: <c>wss://ivr.example.com/media</c>.</summary>
    /// <value>
    /// An absolute ws or wss address without user, query and fragment; vendors demand wss outside of tests. Null, the default, until it is known. Asked for each time: it can be set once the
    /// application listens.
    /// </value>
    public Uri? PublicUrl { get; set; }

    /// <summary>How long the vendor may take to open a stream that is expected; its address is good as long.</summary>
    /// <value>Above 0, up to a day. The default is 1 minute.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an idle WebSocket is asked for a sign of life; without an answer within as long it counts as broken.</summary>
    /// <value>1 second to 10 minutes. The default is 15 seconds.</value>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(15);
}
