using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>A fork of the leg's audio to a web socket, which is not opened.</summary>
internal sealed class StreamOperation : LegOperation
{
    public const string Name = "stream";

    private readonly string _url;
    private readonly string? _name;

    private StreamOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, string url, string? name)
        : base(leg, Name, controlId, statusUrl) => (_url, _name) = (url, name);

    public static StreamOperation Start(SignalWireLeg leg, string controlId, Uri? statusUrl, string url, string? name)
    {
        var operation = new StreamOperation(leg, controlId, statusUrl, url, name);
        leg.Operations.Add(operation);
        operation.Tell("streaming");
        return operation;
    }

    public override void Stop()
    {
        if (!Close())
            return;
        Tell("finished");
        Ended?.Invoke("finished");
    }

    private void Tell(string state)
    {
        var told = new JsonObject { ["state"] = state, ["url"] = _url };
        if (_name is not null)
            told["name"] = _name;
        Raise(SignalWireEvents.Stream, told);
    }
}
