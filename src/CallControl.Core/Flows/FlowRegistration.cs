namespace CallControl.Providers;

/// <summary>Which flow conducts a provider's inbound calls.</summary>
/// <param name="FlowType">The flow, registered under its own type.</param>
/// <param name="Provider">The provider account's registered name; null for all.</param>
internal sealed record FlowRegistration(Type FlowType, string? Provider);
