using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CallControl.Providers;
using Json = CallControl.Callr.CallrJsonContext;

namespace CallControl.Callr;

/// <inheritdoc cref="ICallrClient"/>
internal sealed class CallrClient : ICallrClient
{
    private const string RealTimeType = "REALTIME10";
    private const string JsonRpc = "application/json-rpc; charset=utf-8";

    private readonly CommandTransport _transport;
    private readonly string _provider;
    private long _lastId;

    /// <summary>Binds a client to one account.</summary>
    /// <param name="transport">Carries the commands; speaks <see cref="CallrDialect"/>. Its base address is the interface's only one.</param>
    /// <param name="provider">The registered name of the account.</param>
    internal CallrClient(CommandTransport transport, string provider)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(provider);
        _transport = transport;
        _provider = provider;
    }

    /// <inheritdoc/>
    public async Task<string> StartCallAsync(StartCallCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        Check(command.Validate);
        return await TextAsync("calls.realtime", command.ToParameters(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> HangupCallAsync(ulong vendorCallId, CancellationToken cancellationToken = default)
    {
        const string Method = "calls.hangup";
        var call = CheckCall(vendorCallId);

        // The options are reserved by the vendor, and may not be null.
        var result = await SendAsync(Method, new JsonArray(vendorCallId, new JsonObject()), call, cancellationToken).ConfigureAwait(false);
        return Truth(result) ?? throw Odd(Method, call);
    }

    /// <inheritdoc/>
    public async Task BreakCommandAsync(ulong vendorCallId, CancellationToken cancellationToken = default)
    {
        var call = CheckCall(vendorCallId);
        await SendAsync("calls.realtime_break", new JsonArray(vendorCallId), call, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<string> BroadcastAsync(BroadcastCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        Check(command.Validate);
        return await TextAsync("calls.broadcast_1", command.ToParameters(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<string> GetBroadcastStatusAsync(string request, CancellationToken cancellationToken = default)
    {
        Check(violations => violations.CheckRequired("request_id", request));
        return await TextAsync("calls.get_status_1", new JsonArray(request), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CallrApp> CreateAppAsync(string name, CallrRealTimeAppSettings? settings = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        Check(violations =>
        {
            violations.CheckAppName("name", name);
            settings?.Validate(violations, "p");
        });
        return await CallAsync("apps.create", new JsonArray(RealTimeType, name, NodeOf(settings)), Json.Default.CallrApp, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CallrApp> EditAppAsync(string app, string? name, CallrRealTimeAppSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Check(violations =>
        {
            violations.CheckHash("hash", app);
            if (name is not null)
                violations.CheckAppName("name", name);

            settings.Validate(violations, "p");
        });
        return await CallAsync("apps.edit", new JsonArray(app, name, NodeOf(settings)), Json.Default.CallrApp, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CallrApp> GetAppAsync(string app, CancellationToken cancellationToken = default)
    {
        Check(violations => violations.CheckHash("hash", app));
        return await CallAsync("apps.get", new JsonArray(app), Json.Default.CallrApp, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CallrApp>> ListAppsAsync(bool withNumbers = false, CancellationToken cancellationToken = default) =>
        ListAsync("apps.get_list", new JsonArray(withNumbers), Json.Default.CallrApp, cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAppAsync(string app, CancellationToken cancellationToken = default)
    {
        Check(violations => violations.CheckHash("hash", app));
        await ConfirmAsync("apps.delete", new JsonArray(app), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task AssignDidAsync(string app, string did, CancellationToken cancellationToken = default)
    {
        Check(violations =>
        {
            violations.CheckHash("app", app);
            violations.CheckHash("did", did);
        });
        await ConfirmAsync("apps.assign_did", new JsonArray(app, did), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RemoveDidAsync(string did, CancellationToken cancellationToken = default)
    {
        Check(violations => violations.CheckHash("did", did));
        await ConfirmAsync("apps.remove_did", new JsonArray(did), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CallrDid>> ListDidsAsync(bool onlyAvailable = false, CancellationToken cancellationToken = default) =>
        ListAsync("apps.get_dids", new JsonArray(onlyAvailable), Json.Default.CallrDid, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CallrAuthorizedCallerId>> ListAuthorizedCallerIdsAsync(CallrCallerIdType type, CancellationToken cancellationToken = default)
    {
        const string Method = "apps.get_authorized_clis";
        Check(violations => violations.CheckRequired("type", type.Value));
        var items = await ItemsAsync(Method, new JsonArray(type.Value), cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => Text(item) is { } cli ? new CallrAuthorizedCallerId { CallerId = cli } : Read(Method, item, Json.Default.CallrAuthorizedCallerId))];
    }

    /// <inheritdoc/>
    public async Task<long> CreateMediaAsync(string name, CancellationToken cancellationToken = default)
    {
        const string Method = "media/library.create";
        Check(violations => violations.CheckRequired("name", name));
        var result = await SendAsync(Method, new JsonArray(name), default, cancellationToken).ConfigureAwait(false);
        return Number(result) ?? throw Odd(Method);
    }

    /// <inheritdoc/>
    public async Task<CallrMediaItem> GetMediaAsync(long media, CancellationToken cancellationToken = default)
    {
        CheckMedia(media);
        return await CallAsync("media/library.get", new JsonArray(media), Json.Default.CallrMediaItem, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CallrMediaItem>> ListMediaAsync(IReadOnlyList<string>? categories = null, CancellationToken cancellationToken = default)
    {
        Check(violations => violations.CheckTexts("categories", categories));
        return await ListAsync("media/library.get_list", new JsonArray(ArrayOf(categories ?? [])), Json.Default.CallrMediaItem, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteMediaAsync(long media, CancellationToken cancellationToken = default)
    {
        CheckMedia(media);
        await ConfirmAsync("media/library.delete", new JsonArray(media), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SetMediaNameAsync(long media, string name, CancellationToken cancellationToken = default)
    {
        CheckMedia(media, violations => violations.CheckRequired("name", name));
        await ConfirmAsync("media/library.set_name", new JsonArray(media, name), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SetMediaTagsAsync(long media, IReadOnlyDictionary<string, IReadOnlyList<string>> tags, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tags);
        CheckMedia(media, violations =>
        {
            foreach (var (name, values) in tags)
            {
                violations.CheckRequired("tags", name);
                if (values is null)
                    violations.Add($"tags.{name}", "must be a list, which may be empty");
            }
        });
        var node = new JsonObject(tags.Select(tag => KeyValuePair.Create<string, JsonNode?>(tag.Key, ArrayOf(tag.Value))));
        await ConfirmAsync("media/library.set_tags", new JsonArray(media, node), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SetMediaContentAsync(long media, string text, ReadOnlyMemory<byte> audio, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckMedia(media, violations =>
        {
            if (audio.IsEmpty)
                violations.Add("audio_data", "must not be empty");
        });
        await ConfirmAsync("media/library.set_content", new JsonArray(media, text, Convert.ToBase64String(audio.Span)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SetMediaContentFromRecordingAsync(long media, string mediaFile, CancellationToken cancellationToken = default)
    {
        CheckMedia(media, violations => violations.CheckRequired("media_file", mediaFile));
        await ConfirmAsync("media/library.set_content_from_recording", new JsonArray(media, mediaFile), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SetMediaSpeechAsync(long media, string text, string voice, int? rate = null, CancellationToken cancellationToken = default)
    {
        CheckMedia(media, violations =>
        {
            violations.CheckRequired("text", text);
            violations.CheckRequired("voice", voice);
        });
        JsonNode? options = rate is { } pace ? new JsonObject { ["rate"] = pace } : null;
        await ConfirmAsync("media/tts.set_content", new JsonArray(media, text, voice, options), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CallrPhoneId> GetMediaPhoneIdAsync(long media, string countryCode, CancellationToken cancellationToken = default)
    {
        CheckMedia(media, violations => violations.CheckRequired("country_code", countryCode));
        return await CallAsync("media/library.get_phone_id", new JsonArray(media, countryCode), Json.Default.CallrPhoneId, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CallrVoiceGroup>> ListVoicesAsync(CancellationToken cancellationToken = default) =>
        ListAsync("media/tts.get_voice_list", [], Json.Default.CallrVoiceGroup, cancellationToken);

    /// <inheritdoc/>
    public async Task<JsonNode?> SubscribeWebhookAsync(string type, Uri endpoint, JsonObject? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Check(violations =>
        {
            violations.CheckRequired("type", type);
            violations.CheckHttpUrl("endpoint", endpoint);
        });
        return await InvokeAsync("webhooks.subscribe", new JsonArray(type, endpoint.OriginalString, options?.DeepClone()), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<JsonNode?> GetWebhookEventTypesAsync(CancellationToken cancellationToken = default) => InvokeAsync("webhooks.get_event_types", [], cancellationToken);

    /// <inheritdoc/>
    public async Task<JsonNode?> InvokeAsync(string method, JsonArray parameters, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        ArgumentNullException.ThrowIfNull(parameters);
        var result = await SendAsync(method, parameters, default, cancellationToken).ConfigureAwait(false);
        return JsonNode.Parse(JsonMarshal.GetRawUtf8Value(result));
    }

    private static JsonNode? NodeOf(CallrRealTimeAppSettings? settings) =>
        settings is null ? null : JsonSerializer.SerializeToNode(settings, Json.Default.CallrRealTimeAppSettings);

    private static JsonArray ArrayOf(IReadOnlyList<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static string? Text(JsonElement element)
    {
        if (element.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return null;

        var reader = ReaderOf(element);
        return JsonText.ReadOrNull(ref reader);
    }

    private static bool? Truth(JsonElement element)
    {
        var reader = ReaderOf(element);
        return JsonText.ReadTruth(ref reader);
    }

    private static long? Number(JsonElement element)
    {
        var reader = ReaderOf(element);
        JsonText.TryReadWholeNumber(ref reader, out var number);
        return number;
    }

    private static Utf8JsonReader ReaderOf(JsonElement element)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element));
        reader.Read();
        return reader;
    }

    private void Check(Action<ViolationList> check)
    {
        var violations = new ViolationList();
        check(violations);
        violations.ThrowIfAny(_provider);
    }

    private void CheckMedia(long media, Action<ViolationList>? check = null) => Check(violations =>
    {
        violations.CheckAtLeast("media_id", media, 1);
        check?.Invoke(violations);
    });

    private CallId CheckCall(ulong vendorCallId)
    {
        Check(violations => violations.CheckVendorCallId(vendorCallId));
        return new CallId(vendorCallId.ToString(CultureInfo.InvariantCulture));
    }

    private async Task<string> TextAsync(string method, JsonArray parameters, CancellationToken cancellationToken)
    {
        var result = await SendAsync(method, parameters, default, cancellationToken).ConfigureAwait(false);
        return Text(result) is { Length: > 0 } text ? text : throw Odd(method);
    }

    // For methods that are always answered with true.
    private async Task ConfirmAsync(string method, JsonArray parameters, CancellationToken cancellationToken)
    {
        var result = await SendAsync(method, parameters, default, cancellationToken).ConfigureAwait(false);
        if (Truth(result) != true)
            throw Odd(method);
    }

    private async Task<T> CallAsync<T>(string method, JsonArray parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var result = await SendAsync(method, parameters, default, cancellationToken).ConfigureAwait(false);
        return Read(method, result, type);
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string method, JsonArray parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var items = await ItemsAsync(method, parameters, cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => Read(method, item, type))];
    }

    // The vendor writes lists as such, or as an object whose members are the items.
    private async Task<IEnumerable<JsonElement>> ItemsAsync(string method, JsonArray parameters, CancellationToken cancellationToken)
    {
        var result = await SendAsync(method, parameters, default, cancellationToken).ConfigureAwait(false);
        return result.ValueKind switch
        {
            JsonValueKind.Array => result.EnumerateArray(),
            JsonValueKind.Object => result.EnumerateObject().Select(item => item.Value),
            _ => throw Odd(method),
        };
    }

    private T Read<T>(string method, JsonElement element, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return element.Deserialize(type) ?? throw Odd(method);
        }
        catch (JsonException exception)
        {
            throw Odd(method, default, exception);
        }
    }

    private async Task<JsonElement> SendAsync(string method, JsonArray parameters, CallId call, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var command = new HttpCommand<RpcRequest>
        {
            Name = method,
            Path = "",
            Body = new RpcRequest { Id = id, Method = method, Parameters = parameters },
            BodyType = Json.Default.RpcRequest,
            ContentType = JsonRpc,
            Call = call,
        };
        var answer = await _transport.SendAsync(command, Json.Default.RpcAnswer, cancellationToken).ConfigureAwait(false);
        if (Text(answer.Id) != id.ToString(CultureInfo.InvariantCulture))
            throw Misunderstood($"The answer of '{_provider}' to '{method}' is for another request.", call);

        return answer.Result.ValueKind != JsonValueKind.Undefined
            ? answer.Result
            : throw Misunderstood($"The answer of '{_provider}' to '{method}' has neither a result nor an error.", call);
    }

    private ProviderProtocolException Odd(string method, CallId call = default, Exception? cause = null) =>
        Misunderstood($"The result of '{method}' from '{_provider}' is not what the vendor documents.", call, cause);

    private ProviderProtocolException Misunderstood(string message, CallId call, Exception? cause = null) =>
        new(message, new ErrorContext { Provider = _provider, Call = call, Effect = CommandEffect.Unknown }, cause);
}
