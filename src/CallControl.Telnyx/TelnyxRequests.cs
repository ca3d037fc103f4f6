using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Turns neutral requests into the vendor's commands. What does not fit is refused here, in the words of the neutral request.</summary>
/// <remarks>A long file: one part for each verb, in the order of <see cref="ICallControl"/>.</remarks>
internal static class TelnyxRequests
{
    private const int DefaultTimeoutMs = 60_000;
    private const int DefaultTries = 3;
    private const int MostLoops = 100;
    private const string DetectionTimeout = $"{nameof(DialRequest.MachineDetection)}.{nameof(MachineDetectionOptions.Timeout)}";
    private const string ConnectionIdField = "connection_id";
    private const string GatherIdField = "gather_id";
    private const string AudioUrlField = "audio_url";
    private const string MediaNameField = "media_name";
    private const string Keys = "0123456789ABCD*#";
    private const string KeysInWords = "the keys 0-9, A-D, * and #";

    // Beyond, one of them is out of its range, and refused for that.
    private static readonly TimeSpan LongestWaits = TimeSpan.FromDays(1);

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(Keys);

    private static readonly Dictionary<string, string> DialNames = new()
    {
        [ConnectionIdField] = $"{nameof(TelnyxOptions)}.{nameof(TelnyxOptions.ConnectionId)}",
        ["from"] = nameof(DialRequest.From),
        ["to"] = nameof(DialRequest.To),
        ["timeout_secs"] = nameof(DialRequest.RingTimeout),
        ["time_limit_secs"] = nameof(DialRequest.MaxDuration),
        ["answering_machine_detection_config.total_analysis_time_millis"] = DetectionTimeout,
        ["custom_headers"] = nameof(DialRequest.SipHeaders),
        ["sip_address"] = nameof(TransferRequest.To),
    };

    private static readonly Dictionary<string, string> GatherNames = new()
    {
        ["audio_url"] = $"{nameof(GatherRequest.Prompt)}[0]",
        ["media_name"] = $"{nameof(GatherRequest.Prompt)}[0]",
        ["payload"] = $"{nameof(GatherRequest.Prompt)}[0]",
        ["voice"] = $"{nameof(GatherRequest.Prompt)}[0].{nameof(SpeechSource.Voice)}",
        ["language"] = $"{nameof(GatherRequest.Prompt)}[0].{nameof(SpeechSource.Language)}",
        ["invalid_audio_url"] = $"{nameof(GatherRequest.InvalidPrompt)}[0]",
        ["invalid_media_name"] = $"{nameof(GatherRequest.InvalidPrompt)}[0]",
        ["invalid_payload"] = $"{nameof(GatherRequest.InvalidPrompt)}[0]",
        ["minimum_digits"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Min)}",
        ["maximum_digits"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Max)}",
        ["valid_digits"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.ValidDigits)}",
        ["terminating_digit"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Terminators)}",
        ["inter_digit_timeout_millis"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.InterDigitTimeout)}",
        ["initial_timeout_millis"] = nameof(GatherRequest.Timeout),
        ["timeout_millis"] = nameof(GatherRequest.Timeout),
        ["maximum_tries"] = nameof(GatherRequest.MaxTries),
    };

    private static readonly Dictionary<string, string> RecordingNames = new()
    {
        ["max_length"] = nameof(RecordingRequest.MaxDuration),
        ["timeout_secs"] = nameof(RecordingRequest.EndSilence),
    };

    private static readonly Dictionary<string, string> StreamNames = new()
    {
        ["stream_url"] = nameof(StreamRequest.Url),
        ["stream_bidirectional_sampling_rate"] = nameof(StreamRequest.SampleRateHz),
        ["custom_parameters"] = nameof(StreamRequest.Parameters),
    };

    private static readonly Dictionary<string, string> DtmfNames = new()
    {
        ["digits"] = nameof(DtmfRequest.Digits),
        ["duration_millis"] = nameof(DtmfRequest.ToneDuration),
    };

    private static readonly Dictionary<string, string> NoNames = [];

    public static DialCommand ToCommand(DialRequest request, string? connectionId, ProviderDescriptor provider)
    {
        var violations = new ViolationList();
        var command = new DialCommand
        {
            ConnectionId = TextAmong(request.AdditionalProperties, ConnectionIdField) ?? connectionId ?? "",
            To = TextOf(request.To),
            From = request.From.Value,
            TimeoutSeconds = violations.WholeSeconds(nameof(request.RingTimeout), request.RingTimeout),
            TimeLimitSeconds = violations.WholeSeconds(nameof(request.MaxDuration), request.MaxDuration),
            CustomHeaders = HeadersOf(request.SipHeaders),
            AnsweringMachineDetection = request.MachineDetection is null ? null
                : request.MachineDetection.WaitForBeep ? MachineDetectionMode.DetectBeep
                : MachineDetectionMode.Detect,
            AnsweringMachineDetectionConfig = request.MachineDetection?.Timeout is { } limit
                ? new MachineDetectionConfig { TotalAnalysisTimeMs = violations.WholeMilliseconds(DetectionTimeout, limit) }
                : null,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, DialNames, provider, default);
        return command;
    }

    public static AnswerCommand ToCommand(AnswerRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        var command = new AnswerCommand { AdditionalProperties = request.AdditionalProperties };
        ThrowIfAny(violations, command, NoNames, provider, call);
        return command;
    }

    public static RejectCommand ToCommand(RejectRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        if (request.Cause != HangupCause.Rejected && request.Cause != HangupCause.Busy)
            violations.Add(nameof(request.Cause), $"must be '{HangupCause.Rejected}' or '{HangupCause.Busy}'", request.Cause.Value);

        var command = new RejectCommand
        {
            Cause = request.Cause == HangupCause.Busy ? RejectCause.UserBusy : RejectCause.CallRejected,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, NoNames, provider, call);
        return command;
    }

    public static HangupCommand ToCommand(HangupRequest request, ProviderDescriptor provider, CallId call)
    {
        if (request.Cause != HangupCause.Normal)
            provider.Demand(CallFeature.HangupCause, call);

        return new HangupCommand { AdditionalProperties = request.AdditionalProperties };
    }

    /// <summary>The pieces of a playback, a command each.</summary>
    public static IReadOnlyList<PlaybackPiece> ToPieces(PlaybackRequest request, string defaultVoice, ProviderDescriptor provider, CallId call)
    {
        if (request.Offset != TimeSpan.Zero)
            provider.Demand(CallFeature.PlaybackOffset, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.Sources.Count == 0)
            violations.Add(nameof(request.Sources), "must be at least one");

        RefuseAmong(request, violations, AudioUrlField, MediaNameField, "playback_content");
        var loop = LoopOf(request, violations);
        var pieces = new List<PlaybackPiece>(request.Sources.Count);
        for (var i = 0; i < request.Sources.Count; i++)
        {
            var piece = ToPiece(request.Sources[i], request, loop, defaultVoice, provider, call);
            if (request.Sources[i] is AudioSource { Format: var format })
                CheckFormat(violations, $"{NameOfSource(i)}.{nameof(AudioSource.Format)}", format);

            pieces.Add(piece);
            AddRange(violations, piece.Command, i);
        }

        violations.ThrowIfAny(provider.Name, call);
        return pieces;
    }

    /// <summary>A gather in one of the vendor's three forms, by its prompt.</summary>
    public static GatherForm ToForm(GatherRequest request, string defaultVoice, ProviderDescriptor provider, CallId call)
    {
        if (request.Speech is not null || request.Digits is null)
            provider.Demand(CallFeature.GatherSpeech, call);

        foreach (var source in request.Prompt.Concat(request.InvalidPrompt))
            provider.Demand(source.GetFeature(), call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        CheckPrompts(request, violations);
        RefuseAmong(request, violations, GatherIdField, AudioUrlField, MediaNameField, "invalid_audio_url", "invalid_media_name");
        var form = request.Prompt switch
        {
            [SpeechSource speech, ..] => ToSpokenForm(request, speech, defaultVoice, violations),
            [] => ToPlainForm(request, violations),
            [var file, ..] => ToPlayedForm(request, file, violations),
        };
        form = form with { Command = WithDigits(form.Command, request.Digits!, violations) };
        AddRange(violations, form.Command, GatherNames);
        violations.ThrowIfAny(provider.Name, call);
        return form;
    }

    public static StartRecordingCommand ToCommand(RecordingRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.Format is { } format)
            CheckFormat(violations, nameof(request.Format), format);

        CheckLimit(violations, nameof(request.MaxDuration), request.MaxDuration);
        CheckLimit(violations, nameof(request.EndSilence), request.EndSilence);
        if (request is { Stereo: true, Track: not AudioTrack.Both })
            violations.Add(nameof(request.Stereo), "must be left out with one direction, which the vendor records in one channel");

        var command = new StartRecordingCommand
        {
            Channels = request.Stereo == true ? RecordingChannels.Dual : RecordingChannels.Mono,
            Format = request.Format == AudioFormat.Wav ? RecordingFormat.Wav : RecordingFormat.Mp3,
            Track = request.Track switch
            {
                AudioTrack.Inbound => LegTrack.Inbound,
                AudioTrack.Outbound => LegTrack.Outbound,
                _ => null,
            },
            MaxLengthSeconds = violations.WholeSeconds(nameof(request.MaxDuration), request.MaxDuration),
            TimeoutSeconds = violations.WholeSeconds(nameof(request.EndSilence), request.EndSilence),
            PlayBeep = request.Beep ? true : null,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, RecordingNames, provider, call);
        return command;
    }

    public static StartStreamingCommand ToCommand(StreamRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, "stream_url");
        if (request.SampleRateHz is { } rate && !request.Bidirectional)
            violations.Add(nameof(request.SampleRateHz), "must be left out of a stream in one direction: the vendor lets only the way back choose", rate);

        var codec = request.Codec is { } wanted ? new StreamCodec(wanted.Value.ToUpperInvariant()) : (StreamCodec?)null;
        var command = new StartStreamingCommand
        {
            StreamUrl = request.Url,
            StreamTrack = request.Track switch
            {
                AudioTrack.Outbound => StreamTrack.Outbound,
                AudioTrack.Both => StreamTrack.Both,
                _ => StreamTrack.Inbound,
            },
            StreamCodec = codec,

            // The vendor's own defaults, whole MP3 files for the opposite leg, are of no use to who talks to the caller.
            StreamBidirectionalMode = request.Bidirectional ? StreamBidirectionalMode.Rtp : null,
            StreamBidirectionalTargetLegs = request.Bidirectional ? TargetLegs.Self : null,
            StreamBidirectionalCodec = request.Bidirectional ? codec : null,
            StreamBidirectionalSamplingRateHz = request.SampleRateHz ?? (request.Bidirectional ? OwnRateOf(request.Codec) : null),
            CustomParameters = request.Parameters.Count == 0 ? null
                : [.. request.Parameters.Select(each => new StreamParameter { Name = each.Key, Value = each.Value })],
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, StreamNames, provider, call);
        return command;
    }

    // The vendor's default is 8 kHz for every codec; those that have another rate of their own are not to be played at half their speed.
    private static int? OwnRateOf(AudioCodec? codec) => codec == AudioCodec.L16 || codec == AudioCodec.AmrWideband ? 16_000 : null;

    public static StartForkCommand ToCommand(ForkRequest request, ProviderDescriptor provider, CallId call)
    {
        if (request.Codec is not null || request.PacketTime is not null)
            provider.Demand(CallFeature.ForkFormat, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.Target is null ? request.InboundTarget is null || request.OutboundTarget is null : (request.InboundTarget ?? request.OutboundTarget) is not null)
        {
            violations.Add(
                nameof(request.Target), $"must be given alone, or {nameof(request.InboundTarget)} and {nameof(request.OutboundTarget)} both, without it");
        }

        var command = new StartForkCommand
        {
            Target = Udp(nameof(request.Target), request.Target, violations),
            Rx = Udp(nameof(request.InboundTarget), request.InboundTarget, violations),
            Tx = Udp(nameof(request.OutboundTarget), request.OutboundTarget, violations),
            StreamType = ForkStreamType.Decrypted,
            AdditionalProperties = request.AdditionalProperties,
        };

        // What is wrong with the targets is said above, once.
        if (violations.IsEmpty)
            AddRange(violations, command, NoNames);

        violations.ThrowIfAny(provider.Name, call);
        return command;
    }

    public static BridgeCommand ToCommand(BridgeRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.With == default || request.With == call)
            violations.Add(nameof(request.With), "must be another call", request.With.Value);

        var command = new BridgeCommand
        {
            CallControlId = request.With.Value,
            ParkAfterUnbridge = request.KeepAfterwards == true ? UnbridgeParking.Self : null,
            AdditionalProperties = request.AdditionalProperties,
        };
        if (violations.IsEmpty)
            AddRange(violations, command, NoNames);

        violations.ThrowIfAny(provider.Name, call);
        return command;
    }

    public static TransferCommand ToTransfer(TransferRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, "to");
        var command = new TransferCommand
        {
            To = TextOf(request.To),
            From = request.From is { Value.Length: > 0 } from ? from.Value : null,
            TimeoutSeconds = violations.WholeSeconds(nameof(request.RingTimeout), request.RingTimeout),
            TimeLimitSeconds = violations.WholeSeconds(nameof(request.MaxDuration), request.MaxDuration),
            CustomHeaders = HeadersOf(request.SipHeaders),
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, DialNames, provider, call);
        return command;
    }

    public static ReferCommand ToRefer(TransferRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.To is PhoneDestination)
            violations.Add(nameof(request.To), "must be a SIP address: the far end is to call it itself");

        CheckAbsent(nameof(request.From), request.From is not null, violations);
        CheckAbsent(nameof(request.RingTimeout), request.RingTimeout is not null, violations);
        CheckAbsent(nameof(request.MaxDuration), request.MaxDuration is not null, violations);
        var command = new ReferCommand
        {
            SipAddress = TextOf(request.To),
            CustomHeaders = HeadersOf(request.SipHeaders),
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, DialNames, provider, call);
        return command;
    }

    public static SendDtmfCommand ToCommand(DtmfRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        var command = new SendDtmfCommand
        {
            Digits = request.Digits,
            DurationMs = violations.WholeMilliseconds(nameof(request.ToneDuration), request.ToneDuration),
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, DtmfNames, provider, call);
        return command;
    }

    private static PlaybackPiece ToPiece(
        MediaSource source, PlaybackRequest request, PlaybackLoop? loop, string defaultVoice, ProviderDescriptor provider, CallId call)
    {
        provider.Demand(source.GetFeature(), call);
        if (source is SpeechSource speech)
        {
            var command = new SpeakCommand
            {
                Payload = speech.Text,
                PayloadType = TypeOf(speech),
                Voice = speech.Voice ?? defaultVoice,
                Language = speech.Language,
                Loop = loop,
                AdditionalProperties = request.AdditionalProperties,
            };
            return new PlaybackPiece(command, new ExpectedMedia(MediaKind.Speech));
        }

        var file = new StartPlaybackCommand { Loop = loop, AdditionalProperties = request.AdditionalProperties };
        return source switch
        {
            UrlSource url => new PlaybackPiece(
                file with { AudioUrl = url.Location, AudioType = TypeOf(url.Location) }, new ExpectedMedia(MediaKind.Audio, url.Location.OriginalString)),
            LibrarySource library => new PlaybackPiece(file with { MediaName = library.Id }, new ExpectedMedia(MediaKind.Audio, name: library.Id)),
            AudioSource audio => new PlaybackPiece(
                file with { PlaybackContent = audio.Bytes, AudioType = new PlaybackAudioType(audio.Format.Value.ToLowerInvariant()) },
                new ExpectedMedia(MediaKind.Audio)),
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This kind of source is unknown."),
        };
    }

    private static PlaybackLoop? LoopOf(PlaybackRequest request, ViolationList violations)
    {
        if (request.Repeat is 1)
            return null;

        if (request.Sources.Count > 1)
            violations.Add(nameof(request.Repeat), "must be 1 with several sources", Text(request.Repeat));

        if (request.Repeat is not { } times)
            return PlaybackLoop.Endless;

        if (times is >= 1 and <= MostLoops)
            return PlaybackLoop.Times(times);

        violations.CheckRange(nameof(request.Repeat), times, 1, MostLoops);
        return null;
    }

    private static string NameOfSource(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{nameof(PlaybackRequest.Sources)}[{index}]");

    private static Dictionary<string, string> NamesOfSource(int index)
    {
        var source = NameOfSource(index);
        return new()
        {
            ["audio_url"] = source,
            ["media_name"] = source,
            ["playback_content"] = source,
            ["audio_type"] = $"{source}.{nameof(AudioSource.Format)}",
            ["payload"] = source,
            ["voice"] = $"{source}.{nameof(SpeechSource.Voice)}",
            ["language"] = $"{source}.{nameof(SpeechSource.Language)}",
            ["loop"] = nameof(PlaybackRequest.Repeat),
        };
    }

    private static GatherForm ToPlainForm(GatherRequest request, ViolationList violations)
    {
        if (request.MaxTries is not (null or 1))
            violations.Add(nameof(request.MaxTries), "must be 1 or left out without a prompt", request.MaxTries.Value);

        // The whole gather has a limit of its own, which must not cut the wait for the first key, or for the next.
        var waits = (request.Timeout ?? TimeSpan.Zero) + (request.Digits!.InterDigitTimeout ?? TimeSpan.Zero);
        var command = new GatherCommand
        {
            InitialTimeoutMs = violations.WholeMilliseconds(nameof(request.Timeout), request.Timeout),
            TimeoutMs = waits > TimeSpan.Zero && waits < LongestWaits ? (int)waits.TotalMilliseconds + DefaultTimeoutMs : null,
            AdditionalProperties = request.AdditionalProperties,
        };
        var id = command.CommandId.Value;
        return new GatherForm(command with { GatherId = id }, id, [], TimeSpan.FromMilliseconds(command.TimeoutMs ?? DefaultTimeoutMs));
    }

    private static GatherForm ToPlayedForm(GatherRequest request, MediaSource prompt, ViolationList violations)
    {
        var invalid = request.InvalidPrompt is [var first, ..] ? first : null;
        var command = new GatherUsingAudioCommand
        {
            AudioUrl = (prompt as UrlSource)?.Location,
            MediaName = (prompt as LibrarySource)?.Id,
            InvalidAudioUrl = (invalid as UrlSource)?.Location,
            InvalidMediaName = (invalid as LibrarySource)?.Id,
            TimeoutMs = violations.WholeMilliseconds(nameof(request.Timeout), request.Timeout),
            MaximumTries = request.MaxTries,
            AdditionalProperties = request.AdditionalProperties,
        };
        return new GatherForm(
            command, GatherId: null, [.. SignsOf(prompt), .. SignsOf(invalid)], CollectingTime(command.TimeoutMs, command.MaximumTries), request.MaxTries ?? DefaultTries);
    }

    private static GatherForm ToSpokenForm(GatherRequest request, SpeechSource prompt, string defaultVoice, ViolationList violations)
    {
        var invalid = request.InvalidPrompt is [SpeechSource first, ..] ? first : null;
        if (invalid is not null && ((invalid.Voice ?? prompt.Voice) != prompt.Voice || (invalid.Language ?? prompt.Language) != prompt.Language))
            violations.Add(nameof(request.InvalidPrompt), "must be in the prompt's voice and language, or name none");

        var command = new GatherUsingSpeakCommand
        {
            Payload = prompt.Text,
            PayloadType = TypeOf(prompt),
            InvalidPayload = invalid?.Text,
            Voice = prompt.Voice ?? defaultVoice,
            Language = prompt.Language,
            TimeoutMs = violations.WholeMilliseconds(nameof(request.Timeout), request.Timeout),
            MaximumTries = request.MaxTries,
            AdditionalProperties = request.AdditionalProperties,
        };

        // The vendor documents no events of such a prompt.
        return new GatherForm(command, GatherId: null, [], CollectingTime(command.TimeoutMs, command.MaximumTries));
    }

    private static TelnyxGatherCommand WithDigits(TelnyxGatherCommand command, DigitOptions digits, ViolationList violations)
    {
        const string Field = nameof(GatherRequest.Digits);
        if (digits.Terminators is { Length: > 1 } || digits.Terminators.AsSpan().ContainsAnyExcept(KeyCharacters))
            violations.Add($"{Field}.{nameof(digits.Terminators)}", "must be one key, or empty for none", $"'{digits.Terminators}'");

        violations.CheckText($"{Field}.{nameof(digits.ValidDigits)}", digits.ValidDigits, 1, Keys.Length, KeyCharacters, KeysInWords);
        return command with
        {
            MinimumDigits = digits.Min,
            MaximumDigits = digits.Max,
            ValidDigits = digits.ValidDigits,
            TerminatingDigit = digits.Terminators,
            InterDigitTimeoutMs = violations.WholeMilliseconds($"{Field}.{nameof(digits.InterDigitTimeout)}", digits.InterDigitTimeout),
        };
    }

    private static void CheckPrompts(GatherRequest request, ViolationList violations)
    {
        const string OneSource = "must be one source: the vendor plays one file or speaks one text";
        const string NoBytes = "must be at an address, in the vendor's library, or text: a prompt cannot be sent along";
        if (request.Prompt.Count > 1)
            violations.Add(nameof(request.Prompt), OneSource, request.Prompt.Count);

        if (request.InvalidPrompt.Count > 1)
            violations.Add(nameof(request.InvalidPrompt), OneSource, request.InvalidPrompt.Count);

        if (request.Prompt.Any(source => source is AudioSource))
            violations.Add(nameof(request.Prompt), NoBytes);

        if (request.InvalidPrompt.Any(source => source is AudioSource))
            violations.Add(nameof(request.InvalidPrompt), NoBytes);

        if (request.InvalidPrompt is not [var invalid, ..])
            return;

        if (request.Prompt is not [var prompt, ..])
            violations.Add(nameof(request.InvalidPrompt), "must be left out without a prompt");
        else if ((prompt as SpeechSource)?.IsSsml != (invalid as SpeechSource)?.IsSsml)
            violations.Add(nameof(request.InvalidPrompt), "must be of the prompt's kind: a file, plain text, or SSML");
    }

    private static TimeSpan CollectingTime(int? timeoutMs, int? tries) =>
        TimeSpan.FromMilliseconds((long)(timeoutMs ?? DefaultTimeoutMs) * (tries ?? DefaultTries));

    private static MediaSign[] SignsOf(MediaSource? prompt) => prompt switch
    {
        UrlSource url => [new MediaSign(MediaKind.Audio, IsEnd: false, Url: url.Location.OriginalString)],
        LibrarySource library => [new MediaSign(MediaKind.Audio, IsEnd: false, Name: library.Id)],
        _ => [],
    };

    private static string TextOf(Destination destination) => destination switch
    {
        PhoneDestination phone => phone.Number,
        SipDestination sip => sip.Uri,
        AddressDestination address => address.Value,
        null => throw new ArgumentNullException(nameof(destination)),
        _ => throw new ArgumentOutOfRangeException(nameof(destination), destination, "This kind of destination is unknown."),
    };

    private static List<SipHeader>? HeadersOf(IReadOnlyDictionary<string, string> headers) =>
        headers.Count == 0 ? null : [.. headers.Select(header => new SipHeader { Name = header.Key, Value = header.Value })];

    private static SpeechPayloadType? TypeOf(SpeechSource speech) => speech.IsSsml ? SpeechPayloadType.Ssml : null;

    // The vendor takes a file for MP3 unless it is told.
    private static PlaybackAudioType? TypeOf(Uri location) =>
        location.AbsolutePath.EndsWith(".wav", StringComparison.OrdinalIgnoreCase) ? PlaybackAudioType.Wav : null;

    // What ties the vendor's events to the operation must be known here.
    private static void RefuseAmong(CallRequest request, ViolationList violations, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (request.AdditionalProperties?.ContainsKey(name) == true)
                violations.Add(name, "must be left out of the additional properties: events are told by it");
        }
    }

    // What the caller sets past this library counts for what it must know as well.
    private static string? TextAmong(JsonObject? properties, string name) =>
        properties?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Udp(string field, Uri? target, ViolationList violations)
    {
        if (target is null)
            return null;

        if (target is { IsAbsoluteUri: true, Scheme: "udp", Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/", UserInfo: "" })
            return string.Create(CultureInfo.InvariantCulture, $"udp:{target.Host}:{target.Port}");

        violations.Add(field, "must be udp://address:port");
        return null;
    }

    private static void CheckFormat(ViolationList violations, string field, AudioFormat format)
    {
        if (format != AudioFormat.Wav && format != AudioFormat.Mp3)
            violations.Add(field, $"must be '{AudioFormat.Wav}' or '{AudioFormat.Mp3}'", format.Value);
    }

    private static void CheckLimit(ViolationList violations, string field, TimeSpan? limit)
    {
        if (limit == TimeSpan.Zero)
            violations.Add(field, "must be more than zero, which the vendor takes for no limit", 0);
    }

    private static void CheckAbsent(string field, bool isGiven, ViolationList violations)
    {
        if (isGiven)
            violations.Add(field, "must be left out of a REFER: the far end makes the call");
    }

    private static void ThrowIfAny(
        ViolationList violations, TelnyxCommand command, Dictionary<string, string> names, ProviderDescriptor provider, CallId call)
    {
        AddRange(violations, command, names);
        violations.ThrowIfAny(provider.Name, call);
    }

    private static void AddRange(ViolationList violations, TelnyxCommand command, Dictionary<string, string> names) =>
        violations.AddRange(ViolationsOf(command), names);

    // The names are put together only where there is something to say.
    private static void AddRange(ViolationList violations, TelnyxCommand command, int source)
    {
        if (ViolationsOf(command) is { IsEmpty: false } ofCommand)
            violations.AddRange(ofCommand, NamesOfSource(source));
    }

    private static ViolationList ViolationsOf(TelnyxCommand command)
    {
        var violations = new ViolationList();
        command.Validate(violations);
        return violations;
    }

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
