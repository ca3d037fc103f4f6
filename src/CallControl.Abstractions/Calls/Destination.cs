namespace CallControl;

/// <summary>Where a call can be sent.</summary>
/// <remarks>Made by the factories below.</remarks>
public abstract record Destination
{
    private protected Destination()
    {
    }

    /// <summary>A number of the telephone network.</summary>
    /// <param name="number">E.164 with its plus sign: <c>+</c> and 7 to 15 digits, the first not 0, no blanks.</param>
    /// <exception cref="ArgumentException"><paramref name="number"/> is not of that form.</exception>
    public static PhoneDestination Phone(string number) => new(number);

    /// <summary>A SIP address.</summary>
    /// <param name="uri"><c>sip:</c> or <c>sips:</c> URI.</param>
    /// <exception cref="ArgumentException"><paramref name="uri"/> has another scheme.</exception>
    public static SipDestination Sip(string uri) => new(uri);

    /// <summary>An address that only its vendor understands, passed on as it is.</summary>
    /// <param name="value">For example a SignalWire resource path or a queue's name.</param>
    public static AddressDestination Address(string value) => new(value);
}
