// One call, from ringing to hang-up, on the vendor's emulator: real HTTP and real webhooks, all on this machine.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuickStart;

const string WebhookPath = "/calls";
var patience = TimeSpan.FromMinutes(1);

if (!Arguments.TryParse(args, out var demo, out var exitCode))
    return exitCode;

await using var provider = demo;
using var cancel = new CancellationTokenSource(patience, TimeProvider.System);
await provider.StartAsync(cancel.Token);

var report = new CallReport();
var timeline = new Timeline(TimeProvider.System);
report.StepTaken += timeline.Show;
provider.TrafficObserved += timeline.Show;

// What an application does: register call control with a provider and a flow, and map the webhooks.
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(report);
builder.Services.AddCallControl(calls =>
{
    provider.Register(calls);
    calls.AddFlow<PinLine>();
});
await using var app = builder.Build();
app.MapCallControl(WebhookPath);
await app.StartAsync(cancel.Token);

timeline.Title(provider.Name);
await provider.ConnectAsync(app.Services, new Uri(new Uri(app.Urls.First()), WebhookPath + "/"), cancel.Token);
await provider.CallAsync(report.ExpectedPin, cancel.Token);
var succeeded = await report.Verdict.WaitAsync(cancel.Token);
await app.StopAsync(cancel.Token);

Console.WriteLine($"{provider.Name}: {(succeeded ? "completed" : "failed")}");
return succeeded ? 0 : 1;
