using System.Reflection;
using CallControl.Contract.Tests.WireMock;
using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>The codes of the vendor's error list that have to do with calls: each is told, and means what the list says.</summary>
public sealed class SignalWireErrorCodeTests(WireMockServer server)
{
    // In the order of the vendor's list.
    private static readonly string[] Codes =
    [
        "missing_required_parameter", "incompatible_parameters", "must_specify_related_parameter", "invalid_parameter", "invalid_command_attempted",
        "inline_swml_or_swml_webhook_required", "not_an_http_url", "url_is_unsafe", "not_json_or_yaml", "invalid_object", "invalid_codecs_format",
        "invalid_custom_variable_name", "invalid_custom_variable_value", "invalid_header_name", "invalid_header_value", "invalid_http_method",
        "invalid_number_format", "invalid_destination_number", "destination_number_not_supported", "invalid_pstn_destination", "invalid_sip_destination",
        "to_destination_unresolvable", "not_routable", "not_routeable", "not_valid_for_caller_id", "not_purchased_or_verified", "number_not_verified",
        "number_not_supported", "number_blacklisted", "unsupported_region", "no_steered_resource", "billing_route_not_found",
        "uri_does_not_resolve_to_address", "uri_does_not_resolve_to_resource", "uri_resolves_to_unsupported_resource", "address_has_no_valid_channels",
        "resource_not_callable", "resource_not_allowed", "resource_in_different_project", "must_belong_to_project", "insufficient_balance",
        "auto_top_up_deactivated", "account_limit_exceeded", "max_queued_calls_exceeded", "rate_limit_exceeded", "call_id_is_duplicated",
        "invalid_call_id_passed", "cannot_cancel_in_progress", "cannot_redirect_not_in_progress", "cannot_update_completed", "call_update_failed",
        "invalid_state", "cannot_process",
    ];

    public static TheoryData<string> AllCodes => [.. Codes];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Codes_OfTheVendor_HaveAName()
    {
        var named = typeof(SignalWireErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Codes.Should().HaveCount(53).And.OnlyHaveUniqueItems();
        named.Should().BeEquivalentTo(Codes);
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public async Task Update_RefusedWithACode_ThrowsWhatTheListSays(string code)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        await scope.StubRefusalAsync("update", new SignalWireRefusal("update", code, "So it is."), Cancelled);

        var update = () => SignalWireRun.Of("update").SendAsync(application.Client, scope, Cancelled);

        var thrown = (await update.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(code switch
        {
            "cannot_update_completed" => typeof(CallEndedException),
            "rate_limit_exceeded" or "max_queued_calls_exceeded" => typeof(RateLimitedException),
            _ => typeof(CommandRejectedException),
        });

        // Those of which the list says that they pass.
        thrown.IsTransient.Should().Be(code is "rate_limit_exceeded" or "max_queued_calls_exceeded" or "call_update_failed" or "cannot_process");
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
        thrown.Error!.Code.Should().Be(code);
        thrown.Error.StatusCode.Should().Be(422);
        thrown.Error.Detail.Should().Be("So it is.");
    }
}
