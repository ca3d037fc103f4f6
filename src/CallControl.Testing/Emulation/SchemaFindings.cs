namespace CallControl.Testing.Emulation;

/// <summary>What is wrong with one request; each vendor has its own words for it.</summary>
internal abstract class SchemaFindings
{
    public abstract void Report(SchemaProblem problem, string detail, string pointer);
}
