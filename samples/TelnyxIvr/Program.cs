// An IVR on a real Telnyx account. Settings: appsettings.json, or environment variables such as Telnyx__ApiKey; see README.md here.
using CallControl.Telnyx;
using TelnyxIvr;

const string Telnyx = "telnyx";

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOptions<MenuOptions>().BindConfiguration("Menu").Validate(menu => menu.IsComplete, MenuOptions.Demand).ValidateOnStart();

// Bound by the options system, so that a changed key is taken over while the program runs.
builder.Services.Configure<TelnyxOptions>(Telnyx, builder.Configuration.GetSection("Telnyx"));
builder.Services.AddCallControl(calls => calls.AddTelnyx(Telnyx).AddFlow<MenuFlow>());

var app = builder.Build();
app.MapCallControl("/calls");
app.MapGet("/", () => $"The webhook address of the Call Control application is <this host>/calls/{Telnyx}.");
await app.RunAsync();
