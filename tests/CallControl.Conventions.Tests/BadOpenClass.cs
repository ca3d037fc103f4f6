using System.Diagnostics.CodeAnalysis;

namespace CallControl.Conventions.Tests;

/// <summary>Breaks every rule of <see cref="CodeConventions"/> once, so that a rule that has gone blind shows.</summary>
[SuppressMessage("Design", "CA1051", Justification = "Bad on purpose.")]
[SuppressMessage("Usage", "CA2211", Justification = "Bad on purpose.")]
public class BadOpenClass
{
    public int Field;

    public Task Wait() => Field == 0 ? Task.CompletedTask : Task.FromException(new InvalidOperationException());
}
