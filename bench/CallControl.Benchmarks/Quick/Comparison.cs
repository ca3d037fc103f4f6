namespace CallControl.Benchmarks;

/// <summary>One path beside its floor.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Batch">How many operations make one measurement.</param>
/// <param name="Floor">Runs so many operations of the floor.</param>
/// <param name="Path">Runs so many operations of the SDK.</param>
/// <param name="TimeBudget">The largest ratio of the times.</param>
/// <param name="ByteBudget">The most bytes that one operation may allocate; null for no budget.</param>
/// <param name="IsOverFloor">Whether the byte budget is for what is allocated beyond the floor.</param>
internal sealed record Comparison(
    string Name, int Batch, Func<int, Task> Floor, Func<int, Task> Path, double TimeBudget, double? ByteBudget = null, bool IsOverFloor = false);
