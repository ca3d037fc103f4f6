// An IVR on a real session gateway. Settings: appsettings.json, or environment variables such as SessionGateway__ApiKey; see README.md here.
using GatewayIvr;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<MenuOptions>(builder.Configuration.GetSection("Menu"));
builder.Services.AddCallControl(calls => calls
    .AddSessionGateway(builder.Configuration.GetSection("SessionGateway").Bind)
    .AddFlow<MenuFlow>());

var app = builder.Build();
app.MapCallControl("/calls");
app.MapGet("/", () => "The gateway's webhook address is <this host>/calls/session-gateway/<your webhook secret>.");
await app.RunAsync();
