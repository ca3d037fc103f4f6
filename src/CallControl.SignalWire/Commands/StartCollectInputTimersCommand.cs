namespace CallControl.SignalWire;

/// <summary>Starts the initial time-out of a collection that was started without it.</summary>
/// <remarks>See <see cref="CollectCommand.StartInputTimers"/>.</remarks>
public sealed record StartCollectInputTimersCommand() : SignalWireFollowUpCommand("calling.collect.start_input_timers");
