// An IVR on a real SignalWire project. Settings: appsettings.json, or environment variables such as SignalWire__ApiToken; see README.md here.
using CallControl;
using CallControl.SignalWire;
using Microsoft.Extensions.Options;
using SignalWireIvr;

const string SignalWire = "signalwire";
const string Calls = "/calls";

var builder = WebApplication.CreateBuilder(args);
// The vendor is told with each command where to report to: an address must be known before the first call.
builder.Services.AddOptions<CallControlOptions>().BindConfiguration("CallControl");
builder.Services.AddOptions<MenuOptions>().BindConfiguration("Menu")
    .Validate(menu => menu.IsComplete, MenuOptions.Demand)
    .Validate<IOptions<CallControlOptions>>(
        (_, calls) => calls.Value.PublicBaseUrl is not null, $"CallControl: PublicBaseUrl must be the address at which the world reaches {Calls} of this program.")
    .ValidateOnStart();

// Bound by the options system, so that a changed key is taken over while the program runs.
builder.Services.Configure<SignalWireOptions>(SignalWire, builder.Configuration.GetSection("SignalWire"));
builder.Services.AddCallControl(calls => calls.AddSignalWire(SignalWire).AddFlow<MenuFlow>());

var app = builder.Build();
app.MapCallControl(Calls);
app.MapGet("/", () => $"The resource's addresses are <this host>{Calls}/{SignalWire}/swml for the document and <this host>{Calls}/{SignalWire}/status for status callbacks.");
await app.RunAsync();
