using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>A fork of the leg's audio, of which no packet is sent.</summary>
internal sealed class TapOperation : LegOperation
{
    public const string Name = "tap";

    private readonly JsonObject _tap;
    private readonly JsonObject _device;

    private TapOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, JsonObject tap, JsonObject device)
        : base(leg, Name, controlId, statusUrl) => (_tap, _device) = (tap, device);

    public static void Start(SignalWireLeg leg, string controlId, Uri? statusUrl, JsonObject tap, JsonObject device)
    {
        var operation = new TapOperation(leg, controlId, statusUrl, tap, device);
        leg.Operations.Add(operation);
        operation.Tell("tapping");
    }

    public override void Stop()
    {
        if (!Close())
            return;
        Tell("finished");
        Ended?.Invoke("finished");
    }

    private void Tell(string state) => Raise(SignalWireEvents.Tap, new JsonObject
    {
        ["state"] = state, ["tap"] = _tap.DeepClone(), ["device"] = _device.DeepClone(),
    });
}
