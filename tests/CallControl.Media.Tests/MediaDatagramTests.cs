using System.Text;

namespace CallControl.Media.Tests;

public sealed class MediaDatagramTests
{
    [Theory]
    [InlineData("", DatagramKind.Unknown)]
    [InlineData("C418", DatagramKind.Strep)]
    [InlineData("FF", DatagramKind.Strep)]
    [InlineData("80", DatagramKind.Rtp)]
    [InlineData("8000", DatagramKind.Rtp)]
    [InlineData("B388", DatagramKind.Rtp)]
    [InlineData("80BF", DatagramKind.Rtp)]
    [InlineData("80C0", DatagramKind.Rtcp)]
    [InlineData("80C8", DatagramKind.Rtcp)]
    [InlineData("81C9", DatagramKind.Rtcp)]
    [InlineData("80DF", DatagramKind.Rtcp)]
    [InlineData("80E0", DatagramKind.Rtp)]
    [InlineData("0000", DatagramKind.T38)]
    [InlineData("3FFF", DatagramKind.T38)]
    [InlineData("40", DatagramKind.Unknown)]
    [InlineData("41", DatagramKind.Sip)]
    [InlineData("5A", DatagramKind.Sip)]
    [InlineData("5B", DatagramKind.Unknown)]
    [InlineData("61", DatagramKind.Unknown)]
    [InlineData("7F", DatagramKind.Unknown)]
    public void KindOf_ByFirstBits_TellsTheKind(string hex, DatagramKind expected)
    {
        MediaDatagram.KindOf(Convert.FromHexString(hex)).Should().Be(expected);
    }

    [Theory]
    [InlineData("INVITE sip:a@example.com SIP/2.0\r\n")]
    [InlineData("OPTIONS sip:a@example.com SIP/2.0\r\n")]
    [InlineData("SIP/2.0 200 OK\r\n")]
    public void KindOf_OfSipMessage_IsSip(string message)
    {
        MediaDatagram.KindOf(Encoding.ASCII.GetBytes(message)).Should().Be(DatagramKind.Sip);
    }
}
