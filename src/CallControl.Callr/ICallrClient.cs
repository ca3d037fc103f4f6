using System.Text.Json.Nodes;

namespace CallControl.Callr;

/// <summary>CALLR's JSON-RPC interface, version 1: calls, Real-Time apps, the library of media, webhooks.</summary>
/// <remarks>
/// <para>The vendor retires this interface on 30 June 2027; what is published of its successor, a REST interface, has no Real-Time apps.</para>
/// Thread-safe. What is given is checked before it is sent (<see cref="RequestValidationException"/>, with all breaches). Other failures are <see cref="CallControlException"/>s;
/// <see cref="CallrErrorExtensions.GetCallrError"/> gives all that the vendor said, mostly with status 200. The vendor has no protection against a command that is sent twice, and names no error
/// for a call that is over: such a command is a <see cref="CommandRejectedException"/> like any other (unverified). It does not tell how many commands it takes; its own sample sends one a second.
/// </remarks>
public interface ICallrClient
{
    /// <inheritdoc cref="StartCallCommand" path="/summary"/>
    /// <param name="command">See <see cref="StartCallCommand"/>.</param>
    /// <param name="cancellationToken">Gives up waiting; the call may be made all the same.</param>
    /// <returns>The name of the request, at once; requests for the call have it as <see cref="RealTimeRequest.RequestHash"/>. The call's number is not known before the first of them.</returns>
    Task<string> StartCallAsync(StartCallCommand command, CancellationToken cancellationToken = default);

    /// <summary>Hangs a call up (<c>calls.hangup</c>).</summary>
    /// <param name="vendorCallId">The call: <see cref="RealTimeRequest.VendorCallId"/>. Above zero.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it worked. Unverified: whether a call that is over is false, or a refusal.</returns>
    Task<bool> HangupCallAsync(ulong vendorCallId, CancellationToken cancellationToken = default);

    /// <summary>Breaks off the command that a call is carrying out, so that the vendor asks for the next one (<c>calls.realtime_break</c>).</summary>
    /// <remarks>Unverified: the method is in the vendor's list, its parameters were not found. The call's number is sent, and nothing else; what is answered is not looked at.</remarks>
    /// <param name="vendorCallId">The call: <see cref="RealTimeRequest.VendorCallId"/>. Above zero.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task BreakCommandAsync(ulong vendorCallId, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="BroadcastCommand" path="/summary"/>
    /// <param name="command">See <see cref="BroadcastCommand"/>.</param>
    /// <param name="cancellationToken">Gives up waiting; the call may be made all the same.</param>
    /// <returns>The name of the request, for <see cref="GetBroadcastStatusAsync"/>.</returns>
    Task<string> BroadcastAsync(BroadcastCommand command, CancellationToken cancellationToken = default);

    /// <summary>Asks how a broadcast stands (<c>calls.get_status_1</c>); not for calls of <see cref="StartCallAsync"/>.</summary>
    /// <param name="request">What <see cref="BroadcastAsync"/> returned. Not empty.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>A word of the vendor's. Unverified: which there are.</returns>
    Task<string> GetBroadcastStatusAsync(string request, CancellationToken cancellationToken = default);

    /// <summary>Makes a Real-Time app (<c>apps.create</c> with the type <c>REALTIME10</c>).</summary>
    /// <param name="name">1 to 64 letters of any script, <c>0-9</c>, parentheses, spaces, <c>_</c> and <c>-</c>.</param>
    /// <param name="settings">Where the vendor asks what to do; null for an app that is set up later.</param>
    /// <param name="cancellationToken">Gives up waiting; the app may be made all the same.</param>
    /// <returns>The app, with its hash.</returns>
    Task<CallrApp> CreateAppAsync(string name, CallrRealTimeAppSettings? settings = null, CancellationToken cancellationToken = default);

    /// <summary>Changes an app (<c>apps.edit</c>).</summary>
    /// <param name="app">The app, by hash.</param>
    /// <param name="name">As of <see cref="CreateAppAsync"/>; null leaves it as it is.</param>
    /// <param name="settings">What changes. Unverified: members that are null stay as they are.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The app as it is now.</returns>
    Task<CallrApp> EditAppAsync(string app, string? name, CallrRealTimeAppSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Reads an app (<c>apps.get</c>).</summary>
    /// <param name="app">The app, by hash.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CallrApp> GetAppAsync(string app, CancellationToken cancellationToken = default);

    /// <summary>Reads all apps, of every type (<c>apps.get_list</c>).</summary>
    /// <param name="withNumbers">Whether <see cref="CallrApp.Dids"/> is filled in.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<CallrApp>> ListAppsAsync(bool withNumbers = false, CancellationToken cancellationToken = default);

    /// <summary>Deletes an app, and takes its numbers from it (<c>apps.delete</c>).</summary>
    /// <param name="app">The app, by hash.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task DeleteAppAsync(string app, CancellationToken cancellationToken = default);

    /// <summary>Lets an app have the calls to a number (<c>apps.assign_did</c>).</summary>
    /// <param name="app">The app, by hash.</param>
    /// <param name="did">The number, by hash: <see cref="CallrDid.Hash"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task AssignDidAsync(string app, string did, CancellationToken cancellationToken = default);

    /// <summary>Takes a number from its app (<c>apps.remove_did</c>).</summary>
    /// <param name="did">The number, by hash: <see cref="CallrDid.Hash"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task RemoveDidAsync(string did, CancellationToken cancellationToken = default);

    /// <summary>Reads the account's numbers (<c>apps.get_dids</c>).</summary>
    /// <param name="onlyAvailable">Whether those that an app has are left out.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<CallrDid>> ListDidsAsync(bool onlyAvailable = false, CancellationToken cancellationToken = default);

    /// <summary>Reads what the account may show as the caller (<c>apps.get_authorized_clis</c>).</summary>
    /// <param name="type">What for; not empty.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<CallrAuthorizedCallerId>> ListAuthorizedCallerIdsAsync(CallrCallerIdType type, CancellationToken cancellationToken = default);

    /// <summary>Makes a medium in the library, which has no content yet (<c>media/library.create</c>).</summary>
    /// <param name="name">Not empty. The vendor takes letters of any script, <c>0-9</c>, spaces, parentheses, and <c>. + * - #</c>; that is left to it.</param>
    /// <param name="cancellationToken">Gives up waiting; the medium may be made all the same.</param>
    /// <returns>The medium's number.</returns>
    Task<long> CreateMediaAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Reads a medium (<c>media/library.get</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CallrMediaItem> GetMediaAsync(long media, CancellationToken cancellationToken = default);

    /// <summary>Reads the library's media (<c>media/library.get_list</c>).</summary>
    /// <param name="categories">Categories in the vendor's words. Null, which is sent as an empty list, or empty for all (unverified).</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<CallrMediaItem>> ListMediaAsync(IReadOnlyList<string>? categories = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a medium (<c>media/library.delete</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task DeleteMediaAsync(long media, CancellationToken cancellationToken = default);

    /// <summary>Names a medium anew (<c>media/library.set_name</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="name">As of <see cref="CreateMediaAsync"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task SetMediaNameAsync(long media, string name, CancellationToken cancellationToken = default);

    /// <summary>Replaces all tags of a medium (<c>media/library.set_tags</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="tags">Each with its values. <c>CATEGORY</c> and <c>LANGUAGE</c> have a meaning for the vendor. Empty for none.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task SetMediaTagsAsync(long media, IReadOnlyDictionary<string, IReadOnlyList<string>> tags, CancellationToken cancellationToken = default);

    /// <summary>Gives a medium audio of yours (<c>media/library.set_content</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="text">What is said in it; may be empty.</param>
    /// <param name="audio">A WAV file with PCM; the vendor recommends 16 bits, 48 kHz, mono. Not empty. Unverified: how long it may be.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task SetMediaContentAsync(long media, string text, ReadOnlyMemory<byte> audio, CancellationToken cancellationToken = default);

    /// <summary>Gives a medium what a caller was recorded with (<c>media/library.set_content_from_recording</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="mediaFile">What the command <c>record</c> returned. Not empty. Unverified: for how long the vendor keeps it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task SetMediaContentFromRecordingAsync(long media, string mediaFile, CancellationToken cancellationToken = default);

    /// <summary>Gives a medium speech (<c>media/tts.set_content</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="text">What is said. Not empty.</param>
    /// <param name="voice">The voice: <c>TTS_EN-GB_SERENA</c>. Not empty.</param>
    /// <param name="rate">How fast; null for the vendor's own. Unverified: the range; others send 50 for the ordinary pace.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task SetMediaSpeechAsync(long media, string text, string voice, int? rate = null, CancellationToken cancellationToken = default);

    /// <summary>Asks how a medium can be recorded by phone (<c>media/library.get_phone_id</c>).</summary>
    /// <param name="media">The medium's number; above zero.</param>
    /// <param name="countryCode">The country that is called from: <c>FR</c>. Not empty.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<CallrPhoneId> GetMediaPhoneIdAsync(long media, string countryCode, CancellationToken cancellationToken = default);

    /// <summary>Reads the vendor's voices (<c>media/tts.get_voice_list</c>).</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<CallrVoiceGroup>> ListVoicesAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the vendor to report events to an address (<c>webhooks.subscribe</c>). Not needed for Real-Time.</summary>
    /// <param name="type">The event: <c>media.recording.new</c>. Not empty.</param>
    /// <param name="endpoint">An absolute http or https address.</param>
    /// <param name="options">The vendor's options, unchecked; null for none. Unverified: which there are.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What the vendor answers. Unverified: its form; its reports name the subscription as <c>hook_hash</c>.</returns>
    Task<JsonNode?> SubscribeWebhookAsync(string type, Uri endpoint, JsonObject? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads which events there are (<c>webhooks.get_event_types</c>).</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What the vendor answers. Unverified: its form.</returns>
    Task<JsonNode?> GetWebhookEventTypesAsync(CancellationToken cancellationToken = default);

    /// <summary>Calls any method of the vendor's: for those that this interface does not have. Nothing is checked.</summary>
    /// <param name="method">The vendor's name of it: <c>media/library.search</c>. Not empty.</param>
    /// <param name="parameters">The parameters by their place: the vendor takes none by name, and wants null for optional ones at the end. Not changed.</param>
    /// <param name="cancellationToken">Gives up waiting; the method may be carried out all the same.</param>
    /// <returns>The result; null where the vendor's is.</returns>
    Task<JsonNode?> InvokeAsync(string method, JsonArray parameters, CancellationToken cancellationToken = default);
}
