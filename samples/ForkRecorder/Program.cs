// Records a call from its fork: STREP over UDP, from Telnyx's emulator, which loses, doubles and shuffles packets. Writes a stereo WAV file and says what was lost.
using System.Net;
using CallControl.Media;
using CallControl.Testing;
using ForkRecorder;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samples;

const int SpokenHertz = 700;
const int NoticeHertz = 400; // the emulator's tone for whatever is played
var time = TimeProvider.System;
var path = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "fork-recorder.wav");
using var cancel = new CancellationTokenSource(TimeSpan.FromMinutes(2), time);

await using var telnyx = await TelnyxEmulator.StartAsync(new TelnyxEmulatorOptions { MediaDuration = TimeSpan.FromSeconds(1) }, cancel.Token);
telnyx.MediaFaults.Loss = 0.02;
telnyx.MediaFaults.Duplicates = 0.01;
telnyx.MediaFaults.ReorderWithin = 5;

// Where the forks of all calls go. One address is enough: each packet says whose it is.
await using var receiver = new ForkReceiver(new ForkReceiverOptions { Address = IPAddress.Loopback, ReorderDelay = TimeSpan.FromMilliseconds(400) });
var recording = RecordAsync(receiver, path, cancel.Token);

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(receiver);
builder.Services.AddCallControl(calls => calls
    .AddTelnyx(options =>
    {
        options.BaseUrl = telnyx.BaseAddress;
        options.ApiKey = telnyx.ApiKey;
        options.PublicKeys.Add(telnyx.PublicKey);
    })
    .AddFlow<RecordedFlow>());
await using var app = builder.Build();
app.MapCallControl("/calls");
await app.StartAsync(cancel.Token);
telnyx.WebhookUrl = new Uri(new Uri(app.Urls.First()), "/calls/telnyx");

// The caller: hears the notice, talks for three seconds, presses a key.
var caller = await telnyx.PlaceCallAsync(cancellationToken: cancel.Token);
await caller.WaitForAnswerAsync(cancel.Token);
await caller.WaitForPlaybackAsync(cancel.Token);
await caller.WaitForPromptAsync(cancel.Token);
await SpeakAsync(caller.Audio, TimeSpan.FromSeconds(3), cancel.Token);
await caller.PressAsync("1", cancel.Token);
await caller.WaitForEndAsync(cancel.Token);
await app.StopAsync(cancel.Token);

// What was recorded, beside what the emulator knows to have sent.
var streams = receiver.Streams.OrderBy(stream => stream.Direction).ToArray();
await receiver.DisposeAsync();
var length = await recording.WaitAsync(cancel.Token);
var isExact = true;
foreach (var stream in streams)
{
    var counted = stream.Statistics;
    var sent = telnyx.ForkTraffic.Single(fork => Guid.Parse(fork.CallLegId) == stream.CallLegId && string.Equals(fork.Direction, stream.Direction.ToString(), StringComparison.OrdinalIgnoreCase));
    isExact &= counted.Lost == sent.Lost && counted.Duplicates == sent.Duplicated;
    Console.WriteLine(
        $"{stream.Direction,-8}: {counted.Delivered} packets of {sent.Packets}, {counted.Lost} lost ({sent.Lost} by the emulator), {counted.Duplicates} doubled ({sent.Duplicated}), "
        + $"{counted.Reordered} out of order, jitter {counted.Jitter.TotalMilliseconds:0.0} ms");
}

var (left, right) = Tones(path);
Console.WriteLine($"{path}: {length.TotalSeconds:0.0} s; left, what the caller says: {left:0.0} s of tone; right, what the caller hears: {right:0.0} s");
var isWell = streams.Length == 2 && isExact && left > 2 && right > 0;
Console.WriteLine(isWell ? "fork-recorder: completed" : "fork-recorder: failed");
return isWell ? 0 : 1;

static async Task<TimeSpan> RecordAsync(ForkReceiver receiver, string path, CancellationToken cancellationToken)
{
    await using var recording = new CallRecording(File.Create(path));
    await foreach (var packet in receiver.ReadAllAsync(cancellationToken))
        recording.Add(packet);

    return recording.Length;
}

// What is heard on the line comes in pieces of 20 ms: they say when the words are over.
static async Task SpeakAsync(EmulatedAudio audio, TimeSpan duration, CancellationToken cancellationToken)
{
    var pieces = (int)(duration / TimeSpan.FromMilliseconds(20));
    audio.Play(Tone.Make(SpokenHertz, duration));
    await foreach (var _ in audio.ListenAsync(cancellationToken))
    {
        if (--pieces == 0)
            return;
    }
}

// How many seconds of each side of the file have their tone.
static (double Left, double Right) Tones(string path)
{
    if (!WaveReader.TryRead(File.ReadAllBytes(path), out var file, out var problem))
        throw new InvalidDataException(problem);

    var recorded = new short[file.Frames * file.Channels];
    file.ReadInterleaved(0, recorded);
    return (Seconds(0, SpokenHertz), Seconds(1, NoticeHertz));

    double Seconds(int channel, int hertz) =>
        recorded.Where((_, i) => i % file.Channels == channel).Chunk(Tone.Rate / 50).Count(piece => Tone.IsIn(piece, hertz)) / 50.0;
}
