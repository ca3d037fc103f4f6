using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A method that chooses how to go on: <see cref="SwmlSwitch"/> by a value, <see cref="SwmlCond"/> by conditions.</summary>
/// <remarks>A step of its own, or what a method does with its result (<see cref="SwmlConnect.Result"/>).</remarks>
[JsonConverter(typeof(SwmlBranchConverter))]
public abstract record SwmlBranch : SwmlMethod
{
    private protected SwmlBranch(string name)
        : base(name)
    {
    }
}
