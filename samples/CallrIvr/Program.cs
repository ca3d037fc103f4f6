// An IVR on a real CALLR account. Settings: appsettings.json, or environment variables such as Callr__ApiKey; see README.md here.
using CallControl;
using CallControl.Callr;
using CallrIvr;

const string Callr = "callr";
const string Calls = "/calls";

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOptions<MenuOptions>().BindConfiguration("Menu").Validate(menu => menu.IsComplete, MenuOptions.Demand).ValidateOnStart();

// Bound by the options system, so that a changed password is taken over while the program runs.
builder.Services.Configure<CallrOptions>(Callr, builder.Configuration.GetSection("Callr"));
builder.Services.AddCallControl(calls => calls.AddCallr(Callr).AddFlow<MenuFlow>());

var app = builder.Build();
app.MapCallControl(Calls);
app.MapGet("/", () => $"The Real-Time app's address is <this host>{Calls}/{Callr}.");
await app.RunAsync();
