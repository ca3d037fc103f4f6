namespace CallControl.Telnyx;

/// <summary>One of the vendor's ways to gather keys.</summary>
/// <param name="Command">A <see cref="GatherCommand"/>, <see cref="GatherUsingAudioCommand"/> or <see cref="GatherUsingSpeakCommand"/>.</param>
/// <param name="GatherId">The id that the vendor repeats at the end; null where the form has none.</param>
/// <param name="Prompts">What of its prompts is reported like playbacks.</param>
/// <param name="CollectingTime">How long it waits for keys at most, in all tries together.</param>
/// <param name="Tries">How often each prompt is played at most.</param>
internal readonly record struct GatherForm(TelnyxGatherCommand Command, string? GatherId, IReadOnlyList<MediaSign> Prompts, TimeSpan CollectingTime, int Tries = 1);
