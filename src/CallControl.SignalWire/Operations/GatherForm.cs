namespace CallControl.SignalWire;

/// <summary>A gather as the vendor has it.</summary>
/// <param name="Collect">What collects.</param>
/// <param name="Prompt">What plays meanwhile; null for nothing.</param>
/// <param name="CollectingTime">How long collecting may take, from the end of the prompt.</param>
internal sealed record GatherForm(CollectCommand Collect, PlayCommand? Prompt, TimeSpan CollectingTime);
