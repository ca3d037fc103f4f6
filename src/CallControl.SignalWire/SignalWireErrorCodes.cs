namespace CallControl.SignalWire;

/// <summary>The codes in refusals of SignalWire that have to do with calls; <see cref="ProviderError.Code"/> has them.</summary>
/// <remarks>An open set: the vendor says itself that its list is not complete.</remarks>
public static class SignalWireErrorCodes
{
    /// <summary>A member that must be given is missing or empty.</summary>
    public const string MissingRequiredParameter = "missing_required_parameter";

    /// <summary>Members that exclude each other were given together.</summary>
    public const string IncompatibleParameters = "incompatible_parameters";

    /// <summary>A member needs another one that was not given.</summary>
    public const string MustSpecifyRelatedParameter = "must_specify_related_parameter";

    /// <summary>A member is wrong; the code for everything that has no other one.</summary>
    public const string InvalidParameter = "invalid_parameter";

    /// <summary>There is no such command.</summary>
    public const string InvalidCommandAttempted = "invalid_command_attempted";

    /// <summary>Neither a script nor the address of one was given.</summary>
    public const string InlineSwmlOrSwmlWebhookRequired = "inline_swml_or_swml_webhook_required";

    /// <summary>An address is neither http nor https.</summary>
    public const string NotAnHttpUrl = "not_an_http_url";

    /// <summary>An address is within a private network.</summary>
    public const string UrlIsUnsafe = "url_is_unsafe";

    /// <summary>A script is neither JSON nor YAML.</summary>
    public const string NotJsonOrYaml = "not_json_or_yaml";

    /// <summary>An object is wrong; the message tells why.</summary>
    public const string InvalidObject = "invalid_object";

    /// <summary>The codecs are neither a list of texts nor one text with commas.</summary>
    public const string InvalidCodecsFormat = "invalid_codecs_format";

    /// <summary>The name of a custom variable has other characters than allowed, or begins with a digit.</summary>
    public const string InvalidCustomVariableName = "invalid_custom_variable_name";

    /// <summary>The value of a custom variable is empty, or is no text.</summary>
    public const string InvalidCustomVariableValue = "invalid_custom_variable_value";

    /// <summary>The name of a header is empty, or has other characters than allowed.</summary>
    public const string InvalidHeaderName = "invalid_header_name";

    /// <summary>The value of a header is empty, or has a line break.</summary>
    public const string InvalidHeaderValue = "invalid_header_value";

    /// <summary>A method is neither GET nor POST.</summary>
    public const string InvalidHttpMethod = "invalid_http_method";

    /// <summary>A number is not written as E.164.</summary>
    public const string InvalidNumberFormat = "invalid_number_format";

    /// <summary>The number that is called is none.</summary>
    public const string InvalidDestinationNumber = "invalid_destination_number";

    /// <summary>The number that is called cannot be called.</summary>
    public const string DestinationNumberNotSupported = "destination_number_not_supported";

    /// <summary>The number that is called is missing, or is not written as E.164.</summary>
    public const string InvalidPstnDestination = "invalid_pstn_destination";

    /// <summary>The SIP address that is called is missing, or is none.</summary>
    public const string InvalidSipDestination = "invalid_sip_destination";

    /// <summary>There is nobody where the call goes.</summary>
    public const string ToDestinationUnresolvable = "to_destination_unresolvable";

    /// <summary>There is no way to the number; the account may not be allowed to call that country.</summary>
    public const string NotRoutable = "not_routable";

    /// <summary>The same in another spelling: there is no way to the number in <c>to</c>.</summary>
    public const string NotRouteable = "not_routeable";

    /// <summary>The caller is neither a number, a caller id nor a SIP address.</summary>
    public const string NotValidForCallerId = "not_valid_for_caller_id";

    /// <summary>The caller's number is neither bought nor verified.</summary>
    public const string NotPurchasedOrVerified = "not_purchased_or_verified";

    /// <summary>The caller's number is not verified.</summary>
    public const string NumberNotVerified = "number_not_verified";

    /// <summary>The number is not supported.</summary>
    public const string NumberNotSupported = "number_not_supported";

    /// <summary>The number is barred.</summary>
    public const string NumberBlacklisted = "number_blacklisted";

    /// <summary>The number is not of a region that is allowed.</summary>
    public const string UnsupportedRegion = "unsupported_region";

    /// <summary>The project asks for resources by a tag, and there is none with it.</summary>
    public const string NoSteeredResource = "no_steered_resource";

    /// <summary>The vendor does not know how to charge for the call.</summary>
    public const string BillingRouteNotFound = "billing_route_not_found";

    /// <summary>There is no such address at the vendor.</summary>
    public const string UriDoesNotResolveToAddress = "uri_does_not_resolve_to_address";

    /// <summary>There is no such resource at the vendor.</summary>
    public const string UriDoesNotResolveToResource = "uri_does_not_resolve_to_resource";

    /// <summary>The resource at that address cannot be called.</summary>
    public const string UriResolvesToUnsupportedResource = "uri_resolves_to_unsupported_resource";

    /// <summary>The address has no channel that can be called.</summary>
    public const string AddressHasNoValidChannels = "address_has_no_valid_channels";

    /// <summary>The resource cannot be called.</summary>
    public const string ResourceNotCallable = "resource_not_callable";

    /// <summary>The resource may not be called with this token.</summary>
    public const string ResourceNotAllowed = "resource_not_allowed";

    /// <summary>The resource is another project's.</summary>
    public const string ResourceInDifferentProject = "resource_in_different_project";

    /// <summary>What is asked for is another project's.</summary>
    public const string MustBelongToProject = "must_belong_to_project";

    /// <summary>The account has too little money.</summary>
    public const string InsufficientBalance = "insufficient_balance";

    /// <summary>The account is not topped up by itself, which is needed here.</summary>
    public const string AutoTopUpDeactivated = "auto_top_up_deactivated";

    /// <summary>The account's plan does not have this.</summary>
    public const string AccountLimitExceeded = "account_limit_exceeded";

    /// <summary>Too many calls wait to be dialled: 10000 by default.</summary>
    public const string MaxQueuedCallsExceeded = "max_queued_calls_exceeded";

    /// <summary>Too many requests.</summary>
    public const string RateLimitExceeded = "rate_limit_exceeded";

    /// <summary>There is a call with this id already.</summary>
    public const string CallIdIsDuplicated = "call_id_is_duplicated";

    /// <summary>The call is controlled by an XML document: commands are not for it.</summary>
    public const string InvalidCallIdPassed = "invalid_call_id_passed";

    /// <summary>The call was answered: it can be completed, not cancelled.</summary>
    public const string CannotCancelInProgress = "cannot_cancel_in_progress";

    /// <summary>The call is not answered: it cannot be given another script.</summary>
    public const string CannotRedirectNotInProgress = "cannot_redirect_not_in_progress";

    /// <summary>The call is over.</summary>
    public const string CannotUpdateCompleted = "cannot_update_completed";

    /// <summary>The update did not succeed for now; it may if it is sent again.</summary>
    public const string CallUpdateFailed = "call_update_failed";

    /// <summary>What the command goes to is not in the state that it needs.</summary>
    public const string InvalidState = "invalid_state";

    /// <summary>The request cannot be processed for now.</summary>
    public const string CannotProcess = "cannot_process";
}
