namespace CallControl.Callr;

/// <summary>What the vendor authenticates with when it calls this application: HTTP Basic, as set at a Real-Time app.</summary>
public sealed class CallrAppCredentials
{
    /// <summary>The app, by hash.</summary>
    /// <value>Empty, the default, for every app.</value>
    public string App { get; set; } = "";

    /// <summary>The app's <c>login</c>.</summary>
    /// <value>Required. No colon.</value>
    public string Login { get; set; } = "";

    /// <summary>The app's <c>password</c>.</summary>
    /// <value>Required.</value>
    public string Password { get; set; } = "";

    /// <summary>The app; no login, no password.</summary>
    public override string ToString() => $"{nameof(CallrAppCredentials)} {{ App = {App} }}";
}
