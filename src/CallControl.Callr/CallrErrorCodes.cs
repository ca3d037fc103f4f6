namespace CallControl.Callr;

/// <summary>Names of errors that CALLR is known to answer with; <see cref="ProviderError.Code"/> has them.</summary>
/// <remarks>An open set: the vendor publishes no list. Source: the tests of its SDKs.</remarks>
public static class CallrErrorCodes
{
    /// <summary>A member of an object has a value that is not allowed, or is null.</summary>
    public const string PropertyValueError = "PROPERTY_VALUE_ERROR";

    /// <summary>A member of an object is of the wrong type.</summary>
    public const string PropertyTypeError = "PROPERTY_TYPE_ERROR";

    /// <summary>A parameter is not written as it must be.</summary>
    public const string InvalidParamFormat = "INVALID_PARAM_FORMAT";

    /// <summary>The end of a period lies before its beginning.</summary>
    public const string ToBeforeFrom = "TO_BEFORE_FROM";

    /// <summary>The app is of another type than the method needs.</summary>
    public const string BadAppType = "BAD_APP_TYPE";

    /// <summary>The account may not do this.</summary>
    public const string Forbidden = "FORBIDDEN";
}
