using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// A fork of the leg's audio to a web socket, which is not opened. Unverified: that a state told with GET is the request alone, without
/// anything of it; the vendor does not say where it would stand.
/// </summary>
internal sealed class StreamOperation : LegOperation
{
    public const string Name = "stream";

    private readonly string _url;
    private readonly string? _name;

    private StreamOperation(SignalWireLeg leg, string controlId, StreamTerms terms)
        : base(leg, Name, controlId, terms.StatusUrl, terms.IsToldByGet) => (_url, _name) = (terms.Url, terms.Name);

    public static StreamOperation Start(SignalWireLeg leg, string controlId, StreamTerms terms)
    {
        var operation = new StreamOperation(leg, controlId, terms);
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
