namespace CallControl.Media.Tests;

/// <summary>Tests that want the machine, or its heap, for themselves: they run one by one, after the others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LoadCollection
{
    public const string Name = "Load";
}
