// An IVR on a real session gateway. Settings: appsettings.json, or environment variables such as SessionGateway__ApiKey; see README.md here.
using CallControl.SessionGateway;
using GatewayIvr;

const string Gateway = "session-gateway";

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOptions<MenuOptions>().BindConfiguration("Menu").Validate(menu => menu.IsComplete, MenuOptions.Demand).ValidateOnStart();

// Bound by the options system, so that a changed key or webhook secret is taken over while the program runs.
builder.Services.Configure<SessionGatewayOptions>(Gateway, builder.Configuration.GetSection("SessionGateway"));
builder.Services.AddCallControl(calls => calls.AddSessionGateway(Gateway).AddFlow<MenuFlow>());

var app = builder.Build();
app.MapCallControl("/calls");
app.MapGet("/", () => $"The gateway's webhook address is <this host>/calls/{Gateway}/<your webhook secret>.");
await app.RunAsync();
