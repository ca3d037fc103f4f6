namespace CallControl.Callr.Tests;

/// <summary>Bodies that a stranger might send: every request of the fixtures, damaged in many ways. Seeded, so that a failure comes again.</summary>
public sealed class RealTimeRequestMutationTests
{
    private const int MutationsPerBody = 40;
    private const int Seed = 5;

    private static readonly byte[][] Scraps =
    [
        [.. "null"u8], [.. "{}"u8], [.. "[]"u8], [.. "\"\""u8], [.. "\\ud83d"u8], [.. "1e999"u8], [.. "-0"u8], [.. "\"callid\":"u8], [.. "{\"variables\":{"u8], [.. "\\u0000"u8],
        [0x00], [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [.. Enumerable.Repeat((byte)'[', 70)],
    ];

    [Fact]
    public void TryParse_OfDamagedBodies_NeverThrowsAndWhatItReadsCanBeUsed()
    {
        var random = new Random(Seed);
        var (read, refused) = (0, 0);
        foreach (var name in RequestFixture.Names)
        {
            var body = RequestFixture.Read(name);
            for (var i = 0; i < MutationsPerBody; i++)
            {
                var damaged = Damage(random, body);
                if (RealTimeRequestParser.TryParse(damaged, out var request, out var problem))
                {
                    Use(request);
                    read++;
                }
                else
                {
                    problem.Should().NotBeNullOrEmpty();
                    problem.Should().NotContainAny("421889", "4260XMAQ", "+33");
                    refused++;
                }
            }
        }

        // Neither would show anything if the other had all.
        read.Should().BeGreaterThan(200);
        refused.Should().BeGreaterThan(200);
    }

    // What a host does with a request: asks it, and sends the variables back.
    private static void Use(RealTimeRequest request)
    {
        request.ToString().Should().StartWith("RealTimeRequest { Call = ");
        request.Call.Should().NotBe(default(CallId));
        _ = request.IsTerminal;
        var result = new ReadCommand { Media = CallrMedia.None }.ReadResult(request);
        result.RawResult.Should().NotBeNull();
        var answer = new RealTimeResponse { Command = new WaitCommand(), CommandId = 1, Variables = request.Variables }.ToUtf8Json();
        RealTimeRequestParser.TryParse(answer, out _, out var problem).Should().BeFalse();
        problem.Should().StartWith("The request names no call");
    }

    private static byte[] Damage(Random random, byte[] body)
    {
        var bytes = body.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                default:
                    ReplaceValue(random, bytes, at);
                    break;
            }
        }

        return [.. bytes];
    }

    // From the next colon to the next comma: most often one member's value.
    private static void ReplaceValue(Random random, List<byte> bytes, int at)
    {
        var colon = bytes.IndexOf((byte)':', at);
        var comma = colon < 0 ? -1 : bytes.IndexOf((byte)',', colon);
        if (comma < 0)
            return;

        bytes.RemoveRange(colon + 1, comma - colon - 1);
        bytes.InsertRange(colon + 1, Scraps[random.Next(Scraps.Length)]);
    }
}
