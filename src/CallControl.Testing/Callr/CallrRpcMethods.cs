using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>The JSON-RPC methods that are emulated, by name. Each is called under the account's lock.</summary>
internal static class CallrRpcMethods
{
    private static readonly Dictionary<string, Func<CallrContext, CallrRpcArguments, JsonNode?>> Table = new(StringComparer.Ordinal)
    {
        ["calls.realtime"] = CallrCallMethods.Start,
        ["dialr/call.realtime"] = CallrCallMethods.Start,
        ["calls.realtime_break"] = CallrCallMethods.Break,
        ["calls.hangup"] = CallrCallMethods.HangUp,
        ["calls.broadcast_1"] = CallrCallMethods.Broadcast,
        ["calls.get_status_1"] = CallrCallMethods.StatusOf,
        ["apps.create"] = CallrAppMethods.Create,
        ["apps.edit"] = CallrAppMethods.Edit,
        ["apps.get"] = CallrAppMethods.Get,
        ["apps.get_list"] = CallrAppMethods.List,
        ["apps.delete"] = CallrAppMethods.Delete,
        ["apps.assign_did"] = CallrAppMethods.AssignDid,
        ["apps.remove_did"] = CallrAppMethods.RemoveDid,
        ["apps.get_dids"] = CallrAppMethods.Dids,
        ["apps.get_authorized_clis"] = CallrAppMethods.AuthorizedClis,
        ["media/library.create"] = CallrLibraryMethods.Create,
        ["media/library.set_content_from_recording"] = CallrLibraryMethods.SetContentFromRecording,
        ["media/library.get"] = CallrLibraryMethods.Get,
        ["media/library.get_list"] = CallrLibraryMethods.List,
        ["media/library.set_name"] = CallrLibraryMethods.SetName,
        ["media/library.delete"] = CallrLibraryMethods.Delete,
        ["webhooks.subscribe"] = CallrWebhookMethods.Subscribe,
        ["webhooks.get_event_types"] = CallrWebhookMethods.EventTypes,
    };

    public static Func<CallrContext, CallrRpcArguments, JsonNode?>? Find(string method) => Table.GetValueOrDefault(method);
}
