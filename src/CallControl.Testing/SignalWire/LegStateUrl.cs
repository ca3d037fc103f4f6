namespace CallControl.Testing;

/// <summary>An address that is told a leg's states: those in the list, or all.</summary>
internal sealed record LegStateUrl(Func<Uri?> Target, IReadOnlyList<string>? Events)
{
    public bool Takes(string state) => Events?.Contains(state, StringComparer.Ordinal) ?? true;
}
