using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

/// <summary>One sample for every fixture of the JSON-RPC interface.</summary>
internal static class RpcSamples
{
    private const string App = "4346423A";
    private const string Did = "D1D1D1D1";
    private const string Number = "+33622222222";

    private static readonly CallrTarget Target = new() { Number = Number, TimeoutSeconds = 20 };

    private static readonly CallrRealTimeAppSettings Settings = new()
    {
        Url = new Uri("https://ivr.example.com/calls/callr"),
        Login = "callr",
        Password = "pass word",
        DataFormat = "JSON",
    };

    private static readonly CallrDid FullDid = new()
    {
        Hash = Did,
        LocalNumber = "01 99 00 00 00",
        InternationalNumber = "+33199000000",
        Class = "CLASSIC",
        Type = "GEOGRAPHIC",
        CountryCode = "FR",
        App = App,
    };

    private static readonly CallrApp FullApp = new()
    {
        Hash = App,
        Name = "Menu (test)",
        Settings = Settings,
        Dids = [FullDid],
        Package = new() { Name = "REALTIME10", Type = "REALTIME", HasDid = true },
        CreatedAt = new DateTimeOffset(2026, 5, 6, 12, 20, 0, TimeSpan.Zero),
    };

    private static readonly CallrApp NewApp = FullApp with
    {
        Name = "Menu",
        Settings = null,
        Dids = [],
        UpdatedAt = new DateTimeOffset(2026, 5, 7, 8, 0, 1, TimeSpan.Zero),
    };

    private static readonly CallrMediaItem Greeting = new()
    {
        Id = 131,
        Hash = "A1B2C3D4",
        Name = "Greeting",
        Content = "Hello.",
        Duration = 4,
        Voice = "TTS_EN-GB_SERENA",
        Status = CallrMediaStatus.Ready,
        Languages = ["en_GB"],
        Categories = ["ANNOUNCE"],
        Tags = new Dictionary<string, IReadOnlyList<string>> { ["LANGUAGE"] = ["en_GB"], ["shop"] = ["north", "south"] },
        Url = new Uri("https://media.example.com/131.mp3"),
        IsEditable = true,
    };

    private static readonly CallrMediaItem NewMedia = new()
    {
        Id = 132,
        Hash = "A1B2C3D5",
        Name = "Empty",
        Duration = 0,
        Status = CallrMediaStatus.PendingContent,
        IsEditable = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RpcSample> All { get; } = [.. Calls(), .. Apps(), .. Library(), .. Others()];

    /// <summary>The sample of a method, by its case.</summary>
    public static RpcSample Of(string method, string @case = "success") => All.Single(sample => sample.Method == method && sample.Case == @case);

    private static IEnumerable<RpcSample> Calls()
    {
        const string Request = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
        const string Broadcast = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
        var speech = CallrMedia.Speech("TTS_EN-GB_SERENA", "Good evening.");
        yield return New("calls.realtime", "success", (c, t) => c.StartCallAsync(
            new() { App = App, Target = Target, CallerId = "+33199000000", CdrField = "order42", AdditionalProperties = new JsonObject { ["ring"] = "MUSIC" } }, t), Request);
        yield return New("calls.realtime", "minimal", (c, t) => c.StartCallAsync(new() { App = App, Target = new() { Number = Number } }, t), Request);
        yield return New("calls.realtime", "no-tag", (c, t) => c.StartCallAsync(new() { App = App, Target = Target, CallerId = "BLOCKED", CdrField = "" }, t), Request);
        yield return New("calls.hangup", "success", (c, t) => c.HangupCallAsync(421889, t), true);
        yield return New("calls.hangup", "failed", (c, t) => c.HangupCallAsync(ulong.MaxValue, t), false);
        yield return New("calls.realtime_break", "success", (c, t) => c.BreakCommandAsync(421889, t));
        yield return New("calls.broadcast_1", "success", (c, t) => c.BroadcastAsync(
            new() { Target = Target, Messages = [CallrMedia.Library(131), speech], CallerId = "BLOCKED", CdrField = "order42", Loop = 2 }, t), Broadcast);
        yield return New("calls.broadcast_1", "minimal", (c, t) => c.BroadcastAsync(new() { Target = new() { Number = Number }, Messages = [CallrMedia.Library(131)] }, t), Broadcast);
        yield return New("calls.get_status_1", "success", (c, t) => c.GetBroadcastStatusAsync(Broadcast, t), "ANSWERED");
    }

    private static IEnumerable<RpcSample> Apps()
    {
        var urlOnly = new CallrRealTimeAppSettings { Url = Settings.Url };
        yield return New("apps.create", "success", (c, t) => c.CreateAppAsync("Menu (test)", Settings, t), FullApp);
        yield return New("apps.create", "url-only", (c, t) => c.CreateAppAsync("Menu (test)", urlOnly, t), FullApp);
        yield return New("apps.create", "minimal", (c, t) => c.CreateAppAsync("Menu", cancellationToken: t), NewApp);
        yield return New("apps.edit", "success", (c, t) => c.EditAppAsync(App, "Menu (test)", new() { Login = "callr", Password = "pass word" }, t), FullApp);
        yield return New("apps.edit", "settings-only", (c, t) => c.EditAppAsync(App, null, urlOnly, t), FullApp);
        yield return New("apps.get", "success", (c, t) => c.GetAppAsync(App, t), FullApp);
        yield return New("apps.get_list", "success", (c, t) => c.ListAppsAsync(true, t), new[] { FullApp, NewApp });
        yield return New("apps.get_list", "without-numbers", (c, t) => c.ListAppsAsync(cancellationToken: t), Array.Empty<CallrApp>());
        yield return New("apps.delete", "success", (c, t) => c.DeleteAppAsync(App, t));
        yield return New("apps.assign_did", "success", (c, t) => c.AssignDidAsync(App, Did, t));
        yield return New("apps.remove_did", "success", (c, t) => c.RemoveDidAsync(Did, t));
        yield return New("apps.get_dids", "success", (c, t) => c.ListDidsAsync(cancellationToken: t), new[] { FullDid, new() { Hash = "D2D2D2D2", InternationalNumber = "+33199000001" } });
        yield return New("apps.get_dids", "available", (c, t) => c.ListDidsAsync(true, t), Array.Empty<CallrDid>());
        yield return New("apps.get_authorized_clis", "success", (c, t) => c.ListAuthorizedCallerIdsAsync(CallrCallerIdType.Call, t),
            new CallrAuthorizedCallerId[] { new() { CallerId = "+33199000000", Label = "Shop", Comment = "" } });
        yield return New("apps.get_authorized_clis", "sms", (c, t) => c.ListAuthorizedCallerIdsAsync(CallrCallerIdType.Sms, t), new CallrAuthorizedCallerId[] { new() { CallerId = "SHOP" } });
    }

    private static IEnumerable<RpcSample> Library()
    {
        var tags = new Dictionary<string, IReadOnlyList<string>> { ["LANGUAGE"] = ["en_GB"], ["shop"] = ["north", "south"] };
        yield return New("media/library.create", "success", (c, t) => c.CreateMediaAsync("Greeting", t), 131L);
        yield return New("media/library.get", "success", (c, t) => c.GetMediaAsync(131, t), Greeting) with { Unknown = ["source=\"TTS\""] };
        yield return New("media/library.get", "new", (c, t) => c.GetMediaAsync(132, t), NewMedia);
        yield return New("media/library.get_list", "success", (c, t) => c.ListMediaAsync(["ANNOUNCE", "MUSIC"], t), new[] { Greeting, NewMedia }) with { Unknown = ["source=\"TTS\""] };
        yield return New("media/library.get_list", "all", (c, t) => c.ListMediaAsync(cancellationToken: t), Array.Empty<CallrMediaItem>());
        yield return New("media/library.delete", "success", (c, t) => c.DeleteMediaAsync(131, t));
        yield return New("media/library.set_name", "success", (c, t) => c.SetMediaNameAsync(131, "Greeting 2", t));
        yield return New("media/library.set_tags", "success", (c, t) => c.SetMediaTagsAsync(131, tags, t));
        yield return New("media/library.set_tags", "none", (c, t) => c.SetMediaTagsAsync(131, new Dictionary<string, IReadOnlyList<string>>(), t));
        yield return New("media/library.set_content", "success", (c, t) => c.SetMediaContentAsync(131, "Hello.", new byte[] { (byte)'R', (byte)'I', (byte)'F', (byte)'F', 0, 1, 2 }, t));
        yield return New("media/library.set_content_from_recording", "success", (c, t) => c.SetMediaContentFromRecordingAsync(131, "rec-20260506-1", t));
        yield return New("media/library.get_phone_id", "success", (c, t) => c.GetMediaPhoneIdAsync(131, "FR", t), new CallrPhoneId { Code = "4711", Number = "+33199000002" });
    }

    private static IEnumerable<RpcSample> Others()
    {
        const string Event = "media.recording.new";
        const string Subscribed = """{"hash":"H0H0H0H0","type":"media.recording.new"}""";
        var endpoint = new Uri("https://ivr.example.com/hooks");
        CallrVoiceGroup[] voices = [new() { Voices = ["TTS_EN-GB_SERENA", "TTS_EN-GB_DANIEL"] }, new() { Voices = ["TTS_FR-FR_AUDREY"] }];
        yield return New("media/tts.set_content", "success", (c, t) => c.SetMediaSpeechAsync(131, "Good evening.", "TTS_EN-GB_SERENA", 50, t));
        yield return New("media/tts.set_content", "minimal", (c, t) => c.SetMediaSpeechAsync(131, "Good evening.", "TTS_EN-GB_SERENA", cancellationToken: t));
        yield return New("media/tts.get_voice_list", "success", (c, t) => c.ListVoicesAsync(t), voices) with { Unknown = ["language=\"en-GB\"", "language=\"fr-FR\""] };
        yield return New("webhooks.subscribe", "success", (c, t) => c.SubscribeWebhookAsync(Event, endpoint, new JsonObject { ["any"] = "option" }, t), Subscribed);
        yield return New("webhooks.subscribe", "minimal", (c, t) => c.SubscribeWebhookAsync(Event, endpoint, cancellationToken: t), Subscribed);
        yield return New("webhooks.get_event_types", "success", (c, t) => c.GetWebhookEventTypesAsync(t), """["call.inbound_start","media.recording.new"]""");
    }

    private static RpcSample New<T>(string method, string @case, Func<ICallrClient, CancellationToken, Task<T>> send, object expected) =>
        new(method, @case, async (client, token) => await send(client, token), expected);

    private static RpcSample New(string method, string @case, Func<ICallrClient, CancellationToken, Task> send) => new(
        method,
        @case,
        async (client, token) =>
        {
            await send(client, token);
            return null;
        },
        null);
}
