// A bot that hears and speaks over a media stream, on Telnyx's emulator: real WebSockets and real audio, all on this machine. Measures what the caller hears.
using CallControl.AspNetCore;
using CallControl.Media;
using CallControl.Testing;
using MediaEcho;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Samples;

const int EchoedHertz = 1000;
const int Bursts = 5;
var time = TimeProvider.System;
var burst = TimeSpan.FromMilliseconds(200);
using var cancel = new CancellationTokenSource(TimeSpan.FromMinutes(2), time);

await using var telnyx = await TelnyxEmulator.StartAsync(cancellationToken: cancel.Token);
var report = new EchoReport(time);

// What an application does: register a provider, its media streams and a flow, and map the endpoints.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(report);
builder.Services.AddCallControl(calls => calls
    .AddTelnyx(options =>
    {
        options.BaseUrl = telnyx.BaseAddress;
        options.ApiKey = telnyx.ApiKey;
        options.PublicKeys.Add(telnyx.PublicKey);
    })
    .AddMediaStreams()
    .AddFlow<EchoFlow>());
await using var app = builder.Build();
app.MapCallControl("/calls");
app.MapMediaStream("/media");
await app.StartAsync(cancel.Token);

// In production these are the public addresses of the application, from its settings.
var address = new Uri(app.Urls.First());
telnyx.WebhookUrl = new Uri(address, "/calls/telnyx");
app.Services.GetRequiredService<IOptions<MediaStreamsOptions>>().Value.PublicUrl = new UriBuilder(address) { Scheme = "ws", Path = "/media" }.Uri;

// The caller: makes tones, and notes what comes back.
var caller = await telnyx.PlaceCallAsync(cancellationToken: cancel.Token);
await caller.WaitForAnswerAsync(cancel.Token);
var listener = new Listener(caller.Audio, time);
var listening = listener.ListenAsync([EchoedHertz, EchoReport.SpokenHertz, EchoReport.InterruptedHertz], cancel.Token);

var format = await report.Open.WaitAsync(cancel.Token);
Console.WriteLine($"the stream is open: {format?.Encoding} at {format?.SampleRate} Hz");

// 1. The echo: each burst of the tone comes back.
var latencies = new List<TimeSpan>();
for (var i = 0; i < Bursts; i++)
{
    var said = time.GetTimestamp();
    caller.Audio.Play(Tone.Make(EchoedHertz, burst));
    await listener.WaitForAsync(EchoedHertz, pieces: 8, said, cancel.Token);
    latencies.Add(time.GetElapsedTime(said, listener.Heard(EchoedHertz, said).First));
}

latencies.Sort();
Console.WriteLine($"the echo of {Bursts} tones was heard after {latencies[0].TotalMilliseconds:0} to {latencies[^1].TotalMilliseconds:0} ms, {latencies[Bursts / 2].TotalMilliseconds:0} ms in the median");

// 2. The mark: it comes back when the audio before it has been played.
await caller.PressAsync("1", cancel.Token);
await report.Spoken.WaitAsync(cancel.Token);
var spoken = listener.Heard(EchoReport.SpokenHertz);
Console.WriteLine($"the caller heard {spoken.Count * 20} ms of speech; the mark behind it came back after {report.MarkedAfter.TotalMilliseconds:0} ms");

// 3. The interruption: of ten seconds of audio the rest is not heard.
await listener.WaitForAsync(EchoReport.InterruptedHertz, pieces: 100, since: 0, cancel.Token);
await caller.PressAsync("2", cancel.Token);
var statistics = await report.Finished.WaitAsync(cancel.Token);
await caller.WaitForEndAsync(cancel.Token);
await listening.WaitAsync(cancel.Token);
var interrupted = listener.Heard(EchoReport.InterruptedHertz);
var silence = time.GetElapsedTime(report.ClearedAt, interrupted.Last);
Console.WriteLine($"after {interrupted.Count * 20} ms of 10 s, clear silenced the caller's line within {Math.Max(0, silence.TotalMilliseconds):0} ms");
Console.WriteLine($"{statistics.FramesReceived} frames received, {statistics.FramesLost} lost, {statistics.FramesSent} sent");
await app.StopAsync(cancel.Token);

// A piece of 20 ms counts as played once it has begun.
var isWell = spoken.Count >= 48 && report.MarkedAfter >= EchoReport.SpokenFor - TimeSpan.FromMilliseconds(20)
    && report.Marks == (MarkOutcome.Played, MarkOutcome.Cleared)
    && silence < TimeSpan.FromMilliseconds(200);
Console.WriteLine(isWell ? "media-echo: completed" : "media-echo: failed");
return isWell ? 0 : 1;
