using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Where the vendor reaches this account's endpoints.</summary>
/// <param name="provider">The registered name of the account.</param>
/// <param name="publicBaseUrl">What <see cref="CallControlOptions.PublicBaseUrl"/> says now.</param>
internal sealed class SignalWireAddresses(string provider, Func<Uri?> publicBaseUrl)
{
    /// <summary>The path at which the vendor fetches the document of an inbound call.</summary>
    public const string FetchPath = "swml";

    /// <summary>The path at which it fetches the document of a call that has just been answered.</summary>
    public const string AnsweredPath = "swml/answered";

    /// <summary>The path at which it reports; behind it may stand the operation that a report is about.</summary>
    public const string StatusPath = "status";

    /// <summary>Where an answered call gets its document.</summary>
    public string Answered => Of(AnsweredPath);

    /// <summary>Where reports go that name their operation, or none.</summary>
    public Uri Status => new(Of(StatusPath));

    /// <summary>Where reports of one operation go that would not name it.</summary>
    /// <param name="operation">The operation.</param>
    public Uri StatusOf(OperationId operation) => new(Of($"{StatusPath}/{RequestPath.Segment(operation.Value)}"));

    /// <summary>The operation in the path of a report; null where there is none.</summary>
    /// <param name="path">The path behind the provider's own.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False where the path is no report's.</returns>
    public static bool TryReadStatus(string path, out OperationId? operation)
    {
        operation = null;
        if (path.Length == 0 || path == StatusPath)
            return true;

        const string prefix = StatusPath + "/";
        if (!path.StartsWith(prefix, StringComparison.Ordinal) || string.IsNullOrWhiteSpace(path[prefix.Length..]))
            return false;

        operation = new OperationId(path[prefix.Length..]);
        return true;
    }

    private string Of(string path) =>
        publicBaseUrl() is { } url
            ? PublicAddress.Of(url, provider, "/" + path)
            : throw new InvalidOperationException(
                $"{nameof(CallControlOptions)}.{nameof(CallControlOptions.PublicBaseUrl)} is not set: the provider '{provider}' must be told where it is to report to.");
}
