namespace CallControl.Testing;

/// <summary>Those of the vendor's 53 call-related error codes that the emulator uses.</summary>
internal static class SignalWireErrors
{
    public const string MissingParameter = "missing_required_parameter";
    public const string Incompatible = "incompatible_parameters";
    public const string InvalidParameter = "invalid_parameter";
    public const string InvalidCommand = "invalid_command_attempted";
    public const string SwmlRequired = "inline_swml_or_swml_webhook_required";
    public const string NotHttp = "not_an_http_url";
    public const string InvalidObject = "invalid_object";
    public const string InvalidCodecs = "invalid_codecs_format";
    public const string InvalidVariableName = "invalid_custom_variable_name";
    public const string InvalidVariableValue = "invalid_custom_variable_value";
    public const string InvalidPstnDestination = "invalid_pstn_destination";
    public const string InvalidSipDestination = "invalid_sip_destination";
    public const string InvalidCallerId = "not_valid_for_caller_id";
    public const string QueueFull = "max_queued_calls_exceeded";
    public const string CannotCancel = "cannot_cancel_in_progress";
    public const string CannotRedirect = "cannot_redirect_not_in_progress";
    public const string CannotUpdateCompleted = "cannot_update_completed";
    public const string InvalidState = "invalid_state";
    public const string CannotProcess = "cannot_process";
}
