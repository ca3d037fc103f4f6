using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>Something that runs on a leg under a <c>control_id</c> and reports to its own address.</summary>
internal abstract class LegOperation(SignalWireLeg leg, string kind, string controlId, Uri? statusUrl, bool isToldByGet = false)
{
    protected SignalWireLeg Leg => leg;

    /// <summary>The part of the command's name between "calling." and the follow-up: "play", "collect".</summary>
    public string Kind => kind;

    public string ControlId => controlId;

    public bool IsOver { get; private set; }

    /// <summary>Told the final state once the operation is over.</summary>
    public Action<string>? Ended { get; set; }

    /// <summary>Ends it, by a command or because the call ends.</summary>
    public abstract void Stop();

    public virtual void Press(char key)
    {
    }

    public virtual void Say(string text)
    {
    }

    protected void Raise(string name, JsonObject own)
    {
        var told = new JsonObject { ["control_id"] = controlId };
        foreach (var (field, value) in own.ToArray())
        {
            own.Remove(field);
            told[field] = value;
        }

        leg.Raise(name, told, () => statusUrl, isToldByGet);
    }

    /// <summary>Takes it off the leg; true the first time.</summary>
    protected bool Close()
    {
        if (IsOver)
            return false;
        IsOver = true;
        leg.Operations.Remove(this);
        return true;
    }
}
