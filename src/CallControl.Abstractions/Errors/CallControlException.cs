namespace CallControl;

/// <summary>A command could not be carried out, or an operation did not succeed.</summary>
/// <remarks>Messages hold no secret and no phone number; what the vendor wrote is in <see cref="Error"/>.</remarks>
public abstract class CallControlException : Exception
{
    private static readonly ErrorContext NoContext = new();

    private readonly ErrorContext _context;

    private protected CallControlException(string message, ErrorContext? context, Exception? innerException = null)
        : base(message, innerException)
    {
        _context = context ?? NoContext;
    }

    /// <inheritdoc cref="ErrorContext.Provider"/>
    public string? Provider => _context.Provider;

    /// <inheritdoc cref="ErrorContext.Call"/>
    public CallId Call => _context.Call;

    /// <inheritdoc cref="ErrorContext.Operation"/>
    public OperationId? Operation => _context.Operation;

    /// <inheritdoc cref="ErrorContext.Effect"/>
    public CommandEffect Effect => _context.Effect;

    /// <inheritdoc cref="ErrorContext.IsTransient"/>
    public bool IsTransient => _context.IsTransient;

    /// <inheritdoc cref="ErrorContext.Error"/>
    public ProviderError? Error => _context.Error;
}
