using System.Buffers.Binary;

namespace CallControl.Media.Tests;

[Collection(LoadCollection.Name)]
public sealed class WaveWriterTests
{
    private static readonly WaveWriterOptions Stereo = new() { Channels = 2 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_Mono_IsTheFileByteForByte()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream))
        {
            writer.Write(0, 0, [1, -2]).Should().Be(2);
            writer.Write(0, 2, [0x1234]).Should().Be(1);
            writer.Length.Should().Be(3);
        }

        stream.ToArray().Should().Equal(
        [
            .. "RIFF"u8, 42, 0, 0, 0, .. "WAVE"u8,
            .. "fmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0,
            .. "data"u8, 6, 0, 0, 0, 1, 0, 0xFE, 0xFF, 0x34, 0x12,
        ]);
        stream.CanWrite.Should().BeFalse();
    }

    [Fact]
    public async Task WriteCodes_OddMono_IsTheFileByteForByteWithItsPad()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream, new() { Encoding = SampleEncoding.Mulaw }))
        {
            writer.WriteCodes(0, 0, [0x00]).Should().Be(1);
            writer.Write(0, 2, [-32768]).Should().Be(1);
        }

        stream.ToArray().Should().Equal(
        [
            .. "RIFF"u8, 54, 0, 0, 0, .. "WAVE"u8,
            .. "fmt "u8, 18, 0, 0, 0, 7, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0, 0, 0,
            .. "fact"u8, 4, 0, 0, 0, 3, 0, 0, 0,
            .. "data"u8, 3, 0, 0, 0, 0x00, 0xFF, 0x00, 0,
        ]);
    }

    [Fact]
    public async Task DisposeAsync_NothingWritten_IsAnEmptyFile()
    {
        var stream = new MemoryStream();
        await new WaveWriter(stream, Stereo).DisposeAsync();

        var file = Read(stream);
        (file.Frames, file.Channels, stream.ToArray().Length).Should().Be((0, 2, 44));
    }

    [Fact]
    public async Task Write_TwoDirections_AreAlignedByTime()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream, Stereo))
        {
            writer.Write(0, 0, [1, 2, 3]);
            writer.Write(1, 2, [-3, -4]);
            writer.Write(0, 5, [6]);
            writer.Length.Should().Be(6);
        }

        Interleaved(stream).Should().Equal(1, 0, 2, 0, 3, -3, 0, -4, 0, 0, 6, 0);
    }

    [Theory]
    [InlineData(SampleEncoding.Pcm16, 0)]
    [InlineData(SampleEncoding.Alaw, 8)]
    [InlineData(SampleEncoding.Mulaw, 0)]
    public async Task Write_AfterALongGap_HasSilenceOfTheRightLength(SampleEncoding encoding, short silence)
    {
        const int Gap = 123_457;
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream, Stereo with { Encoding = encoding }))
        {
            writer.Write(0, 0, [1000, 1000]);
            writer.Write(1, 2 + Gap, [-1000]);
        }

        var samples = Interleaved(stream);
        samples.Should().HaveCount((3 + Gap) * 2);
        samples.Select((sample, i) => (sample, i)).Where(pair => pair.sample != silence).Select(pair => pair.i).Should().Equal(0, 2, ((2 + Gap) * 2) + 1);
    }

    [Fact]
    public async Task Write_LateWithinTheWindow_LandsWhereItBelongs()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream, Stereo with { Window = TimeSpan.FromSeconds(0.1) }))
        {
            for (var position = 0; position < 80_000; position += 160)
            {
                writer.Write(0, position, Packet(position)).Should().Be(160);
                if (position >= 800)
                    writer.Write(1, position - 640, Packet(position - 640)).Should().Be(160, "the window begins 800 frames before {0}", position + 160);
            }

            writer.LateSamples.Should().Be(0);
        }

        var samples = Interleaved(stream);
        samples.Where((_, i) => i % 2 == 0).Should().Equal(Enumerable.Range(0, 80_000).Select(Sample));
        samples.Where((_, i) => i % 2 == 1).Skip(160).Take(79_200).Should().Equal(Enumerable.Range(160, 79_200).Select(Sample));
    }

    [Fact]
    public async Task Write_BeforeTheWindow_IsCountedAndNotWritten()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream, new() { Window = TimeSpan.FromSeconds(0.1) }))
        {
            // What cannot change any more ends 800 frames before the end.
            writer.Write(0, 20_000, [5]);
            writer.Write(0, 20_001 - 800 - 2, [1, 2, 3]).Should().Be(1);
            writer.Write(0, 100, [1, 2, 3]).Should().Be(0);
            writer.Write(0, -2, [1, 2, 3]).Should().Be(0);
            writer.Write(0, long.MinValue, [1]).Should().Be(0);
            writer.LateSamples.Should().Be(2 + 3 + 3 + 1);
            writer.RefusedSamples.Should().Be(0);
        }

        Interleaved(stream).Select((sample, i) => (sample, i)).Where(pair => pair.sample != 0).Should().Equal((3, 19_201), (5, 20_000));
    }

    [Fact]
    public async Task Write_BeforeTheBeginning_LosesThatPart()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream))
        {
            writer.Write(0, -2, [1, 2, 3, 4]).Should().Be(2);
            writer.LateSamples.Should().Be(2);
        }

        Interleaved(stream).Should().Equal(3, 4);
    }

    [Fact]
    public async Task Write_FurtherAheadThanAllowed_IsCountedAndNotWritten()
    {
        var stream = new MemoryStream();
        await using (var writer = new WaveWriter(stream, new() { MaxGap = TimeSpan.FromSeconds(1) }))
        {
            writer.Write(0, 0, [1]);
            writer.Write(0, 8002, [1, 2]).Should().Be(0);
            writer.Write(0, long.MaxValue, [1]).Should().Be(0);
            writer.RefusedSamples.Should().Be(3);
            writer.Write(0, 8001, [9]).Should().Be(1);
            writer.LateSamples.Should().Be(0);
        }

        Interleaved(stream).Should().HaveCount(8002).And.EndWith((short)9);
    }

    // Against a plain array: packets of both directions, shuffled within the window, some lost, some twice, some huge.
    [Theory]
    [InlineData(SampleEncoding.Pcm16, true)]
    [InlineData(SampleEncoding.Pcm16, false)]
    [InlineData(SampleEncoding.Alaw, true)]
    [InlineData(SampleEncoding.Mulaw, false)]
    public async Task Write_ShuffledPackets_AreTheModel(SampleEncoding encoding, bool isSeekable)
    {
        var random = new Random(25);
        for (var round = 0; round < 8; round++)
        {
            var stream = new TestStream { IsSeekable = isSeekable, IsAsyncOnly = true };
            var model = new SortedDictionary<int, short>();
            var end = 0;
            await using (var writer = new WaveWriter(stream, Stereo with { Encoding = encoding, Window = TimeSpan.FromSeconds(0.5) }))
            {
                foreach (var (channel, position, length) in Shuffled(random, window: 4000))
                {
                    var samples = Enumerable.Range(position, length).Select(Sample).ToArray();
                    (await writer.WriteAsync(channel, position, samples, Cancelled)).Should().Be(length);
                    for (var i = 0; i < length; i++)
                        model[((position + i) * 2) + channel] = Through(encoding, samples[i]);

                    end = Math.Max(end, position + length);
                    if (random.Next(20) == 0)
                        await writer.FlushAsync(Cancelled);
                }

                writer.Length.Should().Be(end);
                (writer.LateSamples + writer.RefusedSamples).Should().Be(0);
            }

            var expected = Enumerable.Repeat(Through(encoding, 0), end * 2).ToArray();
            foreach (var (index, sample) in model)
                expected[index] = sample;

            Interleaved(stream.ToArray()).AsSpan().SequenceEqual(expected).Should().BeTrue("in round {0}", round);
        }
    }

    [Fact]
    public async Task FlushAsync_ThenDeath_LeavesAFileUpToTheFlush()
    {
        var stream = new MemoryStream();
        var writer = new WaveWriter(stream, Stereo);
        var flushed = 0;
        for (var position = 0; position < 224_000; position += 160)
        {
            writer.Write(0, position, Packet(position));
            writer.Write(1, position, Packet(position));
            if (position % 48_000 == 0)
            {
                await writer.FlushAsync(Cancelled);
                flushed = position + 160;
            }

            // What a reader would find now.
            if (position % 1600 == 0)
                Interleaved(stream).Should().HaveCount(flushed * 2);
        }

        var samples = Interleaved(stream);
        samples.Where((_, i) => i % 2 == 0).Should().Equal(Enumerable.Range(0, flushed).Select(Sample));
        samples.Where((_, i) => i % 2 == 1).Should().Equal(Enumerable.Range(0, flushed).Select(Sample));
        stream.Length.Should().BeGreaterThan(44 + (flushed * 4));
        await writer.DisposeAsync();
    }

    [Fact]
    public async Task FlushAsync_OfAFile_IsSeenByOthersAndLateSamplesStillCome()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            var writer = new WaveWriter(stream, new() { Encoding = SampleEncoding.Alaw, LeaveOpen = true });
            writer.Write(0, 0, [1000]);
            writer.Write(0, 2, [1000]);
            await writer.FlushAsync(Cancelled);
            Interleaved(await Shared()).Should().Equal(1008, 8, 1008);

            writer.Write(0, 1, [-1000]);
            Interleaved(await Shared()).Should().Equal(1008, 8, 1008);
            await writer.DisposeAsync();
            stream.CanWrite.Should().BeTrue();
            Interleaved(await Shared()).Should().Equal(1008, -1008, 1008);
        }
        finally
        {
            File.Delete(path);
        }

        async Task<byte[]> Shared()
        {
            await using var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[reader.Length];
            await reader.ReadExactlyAsync(bytes, Cancelled);
            return bytes;
        }
    }

    [Fact]
    public async Task Write_StreamHasAPosition_BeginsThere()
    {
        var stream = new MemoryStream();
        stream.Write([1, 2, 3]);
        await using (var writer = new WaveWriter(stream, new() { LeaveOpen = true }))
        {
            writer.Write(0, 0, [7]);
            await writer.FlushAsync(Cancelled);
            writer.Write(0, 1, [8]);
        }

        stream.Position.Should().Be(stream.Length);
        stream.ToArray()[..3].Should().Equal(1, 2, 3);
        Interleaved(stream.ToArray()[3..]).Should().Equal(7, 8);
    }

    [Fact]
    public async Task Write_StreamCannotSeek_SaysThatTheLengthIsUnknown()
    {
        var stream = new TestStream();
        await using (var writer = new WaveWriter(stream, new() { Encoding = SampleEncoding.Alaw, Window = TimeSpan.FromSeconds(0.1) }))
        {
            writer.Write(0, 0, new short[1001]);
            stream.ToArray().Should().BeEmpty();
            await writer.FlushAsync(Cancelled);
            stream.ToArray().Should().HaveCount(58 + 201, "a window of 800 frames can still change");
        }

        var bytes = stream.ToArray();
        bytes.Should().HaveCount(58 + 1002);
        int[] lengths = [4, 46, 54];
        lengths.Select(at => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at))).Should().OnlyContain(length => length == uint.MaxValue);
        stream.IsDisposed.Should().BeTrue();
    }

    [Fact]
    public async Task Write_UpToFourGigabytes_IsTakenAndNotAFrameMore()
    {
        var stream = new TestStream { IsSeekable = true, Keeps = 44 };
        var options = new WaveWriterOptions { Channels = 8, Rate = 192_000, Window = TimeSpan.Zero, MaxGap = TimeSpan.FromDays(1) };
        const long Most = (uint.MaxValue - 2L - 36) / 16;
        await using (var writer = new WaveWriter(stream, options))
        {
            writer.Write(0, 0, [1]);
            FluentActions.Invoking(() => writer.Write(0, Most - 1, [1, 2]))
                .Should().Throw<IOException>().WithMessage($"A WAV file holds at most 4 GB, here {Most} frames of 16 bytes; frames {Most - 1} to {Most + 1} do not fit.*");
            writer.Length.Should().Be(1);

            writer.Write(7, Most - 1, [1]).Should().Be(1);
            FluentActions.Invoking(() => writer.Write(0, Most, [1])).Should().Throw<IOException>();
        }

        stream.Length.Should().Be(44 + (Most * 16));
        BinaryPrimitives.ReadUInt32LittleEndian(stream.ToArray().AsSpan(40)).Should().Be((uint)(Most * 16));
    }

    [Fact]
    public async Task Write_StreamFailsOnce_WritesThatPlaceAgain()
    {
        var stream = new TestStream { IsSeekable = true, FailsAt = 2 };
        var failures = 0;
        await using (var writer = new WaveWriter(stream, new() { Window = TimeSpan.Zero }))
        {
            for (var position = 0; position < 16_000; position += 160)
            {
                try
                {
                    writer.Write(0, position, Packet(position));
                }
                catch (IOException exception) when (exception.Message == "The disk is full.")
                {
                    failures++;
                    writer.Write(0, position, Packet(position)).Should().Be(160);
                }
            }
        }

        failures.Should().Be(1);
        Interleaved(stream.ToArray()).Should().Equal(Enumerable.Range(0, 16_000).Select(Sample));
    }

    [Fact]
    public async Task DisposeAsync_StreamFails_SaysSoAndClosesIt()
    {
        var stream = new TestStream { FailsAt = 1 };
        var writer = new WaveWriter(stream);
        writer.Write(0, 0, [1]);

        (await FluentActions.Awaiting(async () => await writer.DisposeAsync()).Should().ThrowAsync<IOException>()).Which.Message.Should().Be("The disk is full.");

        stream.IsDisposed.Should().BeTrue();
        await writer.DisposeAsync();
        FluentActions.Invoking(() => writer.Write(0, 0, [1])).Should().Throw<ObjectDisposedException>();
        await FluentActions.Awaiting(() => writer.FlushAsync(Cancelled)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task WriteAsync_Cancelled_GivesUpAndTheFileCanBeEnded()
    {
        var stream = new TestStream { IsSeekable = true };
        await using (var writer = new WaveWriter(stream, new() { Window = TimeSpan.Zero }))
        {
            await writer.WriteAsync(0, 0, Packet(0), Cancelled);
            await FluentActions.Awaiting(async () => await writer.WriteAsync(0, 5000, new short[1], new CancellationToken(true))).Should().ThrowAsync<OperationCanceledException>();
        }

        Interleaved(stream.ToArray()).Should().Equal(Packet(0));
    }

    [Fact]
    public async Task Write_WhatTheFileDoesNotHave_IsRefused()
    {
        await using var writer = new WaveWriter(new MemoryStream(), Stereo);

        FluentActions.Invoking(() => writer.Write(2, 0, [1])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("channel");
        FluentActions.Invoking(() => writer.Write(-1, 0, [1])).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("channel");
        FluentActions.Invoking(() => writer.WriteCodes(0, 0, [1])).Should().Throw<InvalidOperationException>().WithMessage("*must be decoded*");
        await FluentActions.Awaiting(async () => await writer.WriteCodesAsync(0, 0, new byte[1], Cancelled)).Should().ThrowAsync<InvalidOperationException>();
        writer.Length.Should().Be(0);
    }

    [Fact]
    public void WaveWriter_OptionOutOfRange_IsRefused()
    {
        (WaveWriterOptions Options, string Problem)[] wrong =
        [
            (new() { Encoding = SampleEncoding.Pcm8 }, "Encoding must be Pcm16, Alaw or Mulaw, not Pcm8."),
            (new() { Channels = 9 }, "Channels must be 1 to 8, not 9."),
            (new() { Rate = 3999 }, "Rate must be 4000 to 192000, not 3999."),
            (new() { Window = TimeSpan.FromTicks(-1) }, "Window must be 00:00:00 to 00:01:00, not -00:00:00.0000001."),
            (new() { MaxGap = TimeSpan.FromDays(2) }, "MaxGap must be 00:00:00 to 1.00:00:00, not 2.00:00:00."),
        ];

        foreach (var (options, problem) in wrong)
            FluentActions.Invoking(() => new WaveWriter(new MemoryStream(), options)).Should().Throw<ArgumentException>().WithMessage($"{problem}*");

        FluentActions.Invoking(() => new WaveWriter(new MemoryStream([], writable: false))).Should().Throw<ArgumentException>().WithMessage("The stream cannot be written.*");
    }

    [Theory]
    [InlineData(SampleEncoding.Pcm16)]
    [InlineData(SampleEncoding.Alaw)]
    public async Task Write_AnHour_AllocatesNothingForAPacket(SampleEncoding encoding)
    {
        await using var writer = new WaveWriter(Stream.Null, Stereo with { Encoding = encoding });
        var packet = new short[160];
        writer.Write(0, 0, packet);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var position = 160; position < 3600 * 8000; position += 160)
        {
            writer.Write(0, position, packet);
            writer.Write(1, position, packet);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        writer.Length.Should().Be(3600 * 8000);
    }

    [Fact]
    public async Task WriteAsync_PacketsThatFitInMemory_AllocateNothing()
    {
        await using var writer = new WaveWriter(Stream.Null, Stereo);
        var packet = new short[160];
        await writer.WriteAsync(0, 0, packet, Cancelled);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var position = 160; position < 12_000; position += 160)
            await writer.WriteAsync(1, position, packet, Cancelled);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    private static List<(int Channel, int Position, int Length)> Shuffled(Random random, int window)
    {
        List<(int Channel, int Position, int Length, int Arrival)> packets = [];
        for (var channel = 0; channel < 2; channel++)
        {
            var length = 0;
            for (var position = random.Next(500); position < 60_000; position += length)
            {
                length = random.Next(10) == 0 ? random.Next(1, 10_000) : random.Next(1, 320);
                var copies = random.Next(20) switch { 0 => 0, 1 => 2, _ => 1 };
                for (; copies > 0; copies--)
                    packets.Add((channel, position, length, position + random.Next(window)));
            }
        }

        // One arrives only if those before it, at their ends, have not left it behind the window.
        List<(int, int, int)> arrived = [];
        var end = 0;
        foreach (var (channel, position, length, _) in packets.OrderBy(packet => packet.Arrival))
        {
            if (position < end - window)
                continue;

            arrived.Add((channel, position, length));
            end = Math.Max(end, position + length);
        }

        return arrived;
    }

    private static short Through(SampleEncoding encoding, short sample) => encoding switch
    {
        SampleEncoding.Alaw => G711Law.A.Decode(G711Law.A.Encode(sample)),
        SampleEncoding.Mulaw => G711Law.Mu.Decode(G711Law.Mu.Encode(sample)),
        _ => sample,
    };

    private static short Sample(int position) => (short)((position * 37) + 1);

    private static short[] Packet(int position) => [.. Enumerable.Range(position, 160).Select(Sample)];

    private static WaveFile Read(MemoryStream stream) => Read(stream.ToArray());

    private static WaveFile Read(byte[] bytes)
    {
        WaveReader.TryRead(bytes, out var file, out var problem).Should().BeTrue(problem);
        return file!;
    }

    private static short[] Interleaved(MemoryStream stream) => Interleaved(stream.ToArray());

    private static short[] Interleaved(byte[] bytes)
    {
        var file = Read(bytes);
        var samples = new short[file.Frames * file.Channels];
        file.ReadInterleaved(0, samples).Should().Be(file.Frames);
        return samples;
    }
}
