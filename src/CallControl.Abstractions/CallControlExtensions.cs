namespace CallControl;

/// <summary>Shorter ways to say the same to an <see cref="ICallControl"/>.</summary>
public static class CallControlExtensions
{
    /// <summary>The way past neutrality: the provider's own typed client.</summary>
    /// <typeparam name="TService">For example the provider package's client interface.</typeparam>
    /// <param name="control">The provider account.</param>
    /// <returns>The service, or null when this provider has none of that type.</returns>
    public static TService? GetService<TService>(this ICallControl control)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(control);
        return control.GetService(typeof(TService)) as TService;
    }
}
