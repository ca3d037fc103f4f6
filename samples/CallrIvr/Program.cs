// An IVR on a real CALLR account. Settings: appsettings.json, or environment variables such as Callr__ApiKey; see README.md here.
using CallControl;
using CallControl.Callr;
using CallrIvr;

const string Callr = "callr";
const string Calls = "/calls";

var builder = WebApplication.CreateBuilder(args);
// Inbound calls alone would need no key; messages are put into the account's library.
builder.Services.AddOptions<CallrOptions>(Callr)
    .Validate(account => account.ApiKey.Length > 0, "Callr: ApiKey must be a key of the account.");
builder.Services.AddOptions<MenuOptions>().BindConfiguration("Menu").Validate(menu => menu.IsComplete, MenuOptions.Demand).ValidateOnStart();

// Bound by the options system, so that a changed password is taken over while the program runs.
builder.Services.Configure<CallrOptions>(Callr, builder.Configuration.GetSection("Callr"));
builder.Services.AddCallControl(calls => calls.AddCallr(Callr).AddFlow<MenuFlow>());

var app = builder.Build();
app.MapCallControl(Calls);
app.MapGet("/", () => $"The Real-Time app's address is <this host>{Calls}/{Callr}.");
await app.RunAsync();
