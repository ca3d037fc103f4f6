namespace CallControl.Providers;

/// <summary>The name of a provider account that was registered; hosts enumerate them.</summary>
/// <param name="Name">The name: part of the webhook address, key of the account's services.</param>
public sealed record ProviderRegistration(string Name);
