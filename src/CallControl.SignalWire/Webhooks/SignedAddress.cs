using System.Text;

namespace CallControl.SignalWire;

/// <summary>An address as it is signed: without user and password, with or without the scheme's own port, else character by character.</summary>
/// <remarks>
/// <c>address = scheme "://" [ user [ ":" password ] "@" ] host [ ":" port ] rest</c>, RFC 3986, section 3.2. Not read by <see cref="Uri"/>, which would write it
/// in its own way. What is no such address is signed as it stands.
/// </remarks>
internal readonly ref struct SignedAddress
{
    private const string SchemeEnd = "://";
    private const string HttpPort = ":80";
    private const string HttpsPort = ":443";

    private readonly ReadOnlySpan<char> _scheme;
    private readonly ReadOnlySpan<char> _host;
    private readonly ReadOnlySpan<char> _rest;
    private readonly string? _ownPort;

    public SignedAddress(ReadOnlySpan<char> address)
    {
        var scheme = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (scheme < 0)
        {
            _rest = address;
            return;
        }

        _scheme = address[..(scheme + SchemeEnd.Length)];
        _rest = address[_scheme.Length..];
        var end = _rest.IndexOfAny('/', '?', '#');
        var authority = end < 0 ? _rest : _rest[..end];
        _rest = _rest[authority.Length..];

        _host = authority[(authority.LastIndexOf('@') + 1)..];
        var port = _host.LastIndexOf(':');

        // The colons within an IPv6 address in brackets are none of a port.
        if (port > _host.LastIndexOf(']'))
        {
            Port = _host[port..];
            _host = _host[..port];
        }

        _ownPort = _scheme.Equals("https://", StringComparison.OrdinalIgnoreCase) ? HttpsPort
            : _scheme.Equals("http://", StringComparison.OrdinalIgnoreCase) ? HttpPort
            : null;
    }

    /// <summary>The port as it was written, with its colon; empty where there is none.</summary>
    public ReadOnlySpan<char> Port { get; }

    /// <summary>The other way to write the same address: with the scheme's own port where there is none, and without it where it is there; null where there is no other.</summary>
    public string? OtherPort => Port.IsEmpty ? _ownPort : Port.SequenceEqual(_ownPort) ? "" : null;

    /// <summary>How many bytes the longer of both forms has.</summary>
    public int MaxByteCount => Count(_scheme) + Count(_host) + Math.Max(Count(Port), HttpsPort.Length) + Count(_rest);

    /// <summary>Writes the address so that it ends where the room does.</summary>
    /// <returns>How many bytes it has.</returns>
    public int WriteBefore(Span<byte> room, ReadOnlySpan<char> port)
    {
        var length = Count(_scheme) + Count(_host) + Count(port) + Count(_rest);
        var target = room[^length..];
        target = target[Encoding.UTF8.GetBytes(_scheme, target)..];
        target = target[Encoding.UTF8.GetBytes(_host, target)..];
        target = target[Encoding.UTF8.GetBytes(port, target)..];
        Encoding.UTF8.GetBytes(_rest, target);
        return length;
    }

    private static int Count(ReadOnlySpan<char> text) => Encoding.UTF8.GetByteCount(text);
}
