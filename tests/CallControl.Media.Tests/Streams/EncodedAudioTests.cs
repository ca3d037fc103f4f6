using System.Text;

namespace CallControl.Media.Tests;

/// <summary>Base64 as it stands in a message.</summary>
public sealed class EncodedAudioTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("AQID", "010203")]
    [InlineData("AQ==", "01")]
    [InlineData("AQI=", "0102")]
    [InlineData("+/+/", "FBFFBF")]
    [InlineData("AQ", "01")]
    [InlineData("AQI", "0102")]
    [InlineData("AQIDBA", "01020304")]
    [InlineData(@"+\/+\/", "FBFFBF")]
    [InlineData(@"\u002B/\u002b\/", "FBFFBF")]
    [InlineData(@"\u0041Q\u003D\u003d", "01")]
    [InlineData(@"\/w", "FF")]
    public void TryDecode_Base64_GivesItsBytes(string base64, string expected)
    {
        var audio = new EncodedAudio { Base64 = Encoding.UTF8.GetBytes(base64) };
        var room = new byte[audio.MaxDecodedLength];

        audio.TryDecode(room, out var written).Should().BeTrue();

        Convert.ToHexString(room, 0, written).Should().Be(expected);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AQIDB")]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData("====")]
    [InlineData("AQ=")]
    [InlineData("AQ=A")]
    [InlineData("AQ==AQID")]
    [InlineData("AQ==AQ")]
    [InlineData("AQID ")]
    [InlineData("AQ ID")]
    [InlineData("AQID    ")]
    [InlineData("AQ = =  ")]
    [InlineData("AQ I")]
    [InlineData("    ")]
    [InlineData("  ")]
    [InlineData(" AQID")]
    [InlineData("AQ-_")]
    [InlineData("AQIé")]
    [InlineData(@"AQ\nID")]
    [InlineData(@"AQ\u0020ID")]
    [InlineData(@"AQI\")]
    [InlineData(@"AQI\u")]
    [InlineData(@"AQI\u004")]
    [InlineData(@"AQI\u0x41")]
    [InlineData(@"AQI\u0141")]
    [InlineData(@"AQI\\")]
    public void TryDecode_AnythingElse_IsRefused(string base64)
    {
        var audio = new EncodedAudio { Base64 = Encoding.UTF8.GetBytes(base64) };

        audio.TryDecode(new byte[64], out var written).Should().BeFalse();

        written.Should().Be(0);
    }

    [Theory]
    [InlineData("AQID", 2)]
    [InlineData("AQIDBA==", 3)]
    [InlineData("AQIDBA", 3)]
    [InlineData(@"\u0041QIDBA", 3)]
    public void TryDecode_RoomTooSmall_IsRefused(string base64, int room)
    {
        var audio = new EncodedAudio { Base64 = Encoding.UTF8.GetBytes(base64) };

        audio.TryDecode(new byte[room], out var written).Should().BeFalse();
        audio.TryDecode(new byte[room + 1], out _).Should().BeTrue("exactly what is needed is enough");

        written.Should().Be(0);
    }

    [Fact]
    public void TryDecode_WhatWasEncoded_ComesBack()
    {
        var random = new Random(1);
        for (var length = 0; length < 700; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var base64 = Convert.ToBase64String(bytes);
            foreach (var form in new[] { base64, base64.TrimEnd('='), base64.Replace("/", @"\/", StringComparison.Ordinal) })
            {
                var audio = new EncodedAudio { Base64 = Encoding.UTF8.GetBytes(form) };
                var room = new byte[audio.MaxDecodedLength];

                audio.TryDecode(room, out var written).Should().BeTrue();

                room.AsSpan(0, written).SequenceEqual(bytes).Should().BeTrue($"{length} bytes come back");
            }
        }
    }
}
