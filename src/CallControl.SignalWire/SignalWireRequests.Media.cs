using System.Globalization;
using System.Net;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <remarks>This part: what is played, collected, recorded, streamed and tapped.</remarks>
internal static partial class SignalWireRequests
{
    private const int MostDigits = 128;
    private const string DefaultTerminators = "#";
    private const string DefaultRingtone = "us";

    // The length of one round of silence that has no end.
    private const double RoundOfSilenceSeconds = 60;

    // No timer runs longer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(4);

    // Where the vendor tells no default, long enough for any.
    private static readonly TimeSpan LongestDigitPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSpeech = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> CollectNames = new()
    {
        ["initial_timeout"] = nameof(GatherRequest.Timeout),
        ["digits.max"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Max)}",
        ["digits.terminators"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Terminators)}",
        ["digits.digit_timeout"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.InterDigitTimeout)}",
        ["speech.hints"] = $"{nameof(GatherRequest.Speech)}.{nameof(SpeechOptions.Hints)}",
        ["speech.end_silence_timeout"] = $"{nameof(GatherRequest.Speech)}.{nameof(SpeechOptions.EndSilence)}",
        ["speech.speech_timeout"] = $"{nameof(GatherRequest.Speech)}.{nameof(SpeechOptions.MaxDuration)}",
    };

    private static readonly Dictionary<string, string> RecordNames = new()
    {
        ["record.audio.end_silence_timeout"] = nameof(RecordingRequest.EndSilence),
        ["record.audio.max_length"] = nameof(RecordingRequest.MaxDuration),
    };

    private static readonly Dictionary<string, string> StreamNames = new()
    {
        ["url"] = nameof(StreamRequest.Url),
        ["custom_parameters"] = nameof(StreamRequest.Parameters),
    };

    private static readonly Dictionary<string, string> TapNames = new() { ["device.params.ptime"] = nameof(ForkRequest.PacketTime) };

    public static PlayCommand ToCommand(PlaybackRequest request, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        if (request.Offset != TimeSpan.Zero)
            provider.Demand(CallFeature.PlaybackOffset, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, StatusUrlField);
        if (request.Sources.Count == 0)
            violations.Add(nameof(request.Sources), "must be at least one");

        if (request.Repeat < 1)
            violations.Add(nameof(request.Repeat), "must be at least 1, or null for no end", request.Repeat.Value);

        if (IsEndless(request) && request.Repeat is > 1)
            violations.Add(nameof(request.Repeat), "must be 1 with a source that has no end", request.Repeat.Value);

        if (request.Sources.Count > 1 && request.Sources.Any(IsEndless))
            violations.Add(nameof(request.Sources), "must be a single source where it has no end", request.Sources.Count);

        var items = ToItems(request.Sources, nameof(request.Sources), violations, provider, call);
        violations.ThrowIfAny(provider.Name, call);
        return new PlayCommand
        {
            Items = items,
            Loop = request.Repeat is null || IsEndless(request) ? 0 : request.Repeat == 1 ? null : request.Repeat,
            StatusUrl = addresses.Status,
            AdditionalProperties = request.AdditionalProperties,
        };
    }

    /// <summary>Whether it plays until it is stopped.</summary>
    public static bool IsEndless(PlaybackRequest request) => request.Repeat is null || request.Sources.Any(IsEndless);

    public static SetPlayVolumeCommand ToVolume(OperationId id, double decibels, ProviderDescriptor provider, CallId call)
    {
        var command = new SetPlayVolumeCommand { ControlId = id, Volume = decibels };
        ThrowIfAny(new ViolationList(), command, new() { ["volume"] = nameof(decibels) }, provider, call);
        return command;
    }

    /// <summary>A gather as the vendor has it: what collects, and what plays meanwhile.</summary>
    public static GatherForm ToForm(GatherRequest request, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        if (request.InvalidPrompt.Count > 0)
            provider.Demand(CallFeature.GatherInvalidPrompt, call);

        if (request.Digits?.ValidDigits is not null)
            provider.Demand(CallFeature.GatherValidDigits, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, StatusUrlField, "start_input_timers", "send_start_of_input", "continuous", "partial_results");
        if (request is { Digits: null, Speech: null })
            violations.Add(nameof(request.Digits), $"must be given, or {nameof(request.Speech)}, or both");

        violations.CheckAbsent(nameof(request.MaxTries), request.MaxTries is > 1, "the vendor asks once");
        if (request.MaxTries < 1)
            violations.Add(nameof(request.MaxTries), "must be 1", request.MaxTries.Value);

        if (request.Digits is { Min: { } min } && (min < 0 || min > (request.Digits.Max ?? MostDigits)))
            violations.Add($"{nameof(request.Digits)}.{nameof(DigitOptions.Min)}", $"must be 0 to {nameof(DigitOptions.Max)}", min);

        for (var i = 0; i < request.Prompt.Count; i++)
        {
            if (IsEndless(request.Prompt[i]))
                violations.Add(ViolationListExtensions.Item(nameof(request.Prompt), i), "must have a length");
        }

        var isPrompted = request.Prompt.Count > 0;
        var collect = new CollectCommand
        {
            InitialTimeoutSeconds = (request.Timeout ?? DefaultTimeout).TotalSeconds,
            Digits = request.Digits is { } digits
                ? new CollectDigits
                {
                    Max = digits.Max ?? MostDigits,
                    Terminators = digits.Terminators ?? DefaultTerminators,
                    DigitTimeoutSeconds = digits.InterDigitTimeout?.TotalSeconds,
                }
                : null,
            Speech = request.Speech is { } speech
                ? new CollectSpeech
                {
                    EndSilenceTimeoutSeconds = speech.EndSilence?.TotalSeconds,
                    SpeechTimeoutSeconds = speech.MaxDuration?.TotalSeconds,
                    Language = speech.Language,
                    Hints = speech.Hints.Count == 0 ? null : speech.Hints,
                }
                : null,
            SendStartOfInput = isPrompted ? true : null,
            StartInputTimers = !isPrompted,
            StatusUrl = addresses.Status,
            AdditionalProperties = request.AdditionalProperties,
        };
        var prompt = isPrompted
            ? new PlayCommand { Items = ToItems(request.Prompt, nameof(request.Prompt), violations, provider, call), StatusUrl = addresses.Status }
            : null;
        ThrowIfAny(violations, request is { Digits: null, Speech: null } ? null : collect, CollectNames, provider, call);
        return new GatherForm(collect, prompt, CollectingTime(request));
    }

    public static RecordCommand ToCommand(RecordingRequest request, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, StatusUrlField);
        if (request.Format is { } format && format != AudioFormat.Mp3 && format != AudioFormat.Wav && format != AudioFormat.Mp4)
            violations.Add(nameof(request.Format), $"must be '{AudioFormat.Mp3}', '{AudioFormat.Wav}' or '{AudioFormat.Mp4}'", format.Value);

        CheckLimit(violations, nameof(request.MaxDuration), request.MaxDuration);
        CheckLimit(violations, nameof(request.EndSilence), request.EndSilence);

        // The vendor's own defaults end at the first pause, and at the # key.
        var command = new RecordCommand
        {
            Audio = new RecordAudio
            {
                Beep = request.Beep ? true : null,
                Format = request.Format is { } wanted ? new RecordFormat(wanted.Value.ToLowerInvariant()) : null,
                Stereo = request.Stereo,
                Direction = DirectionOf(request.Track),
                InitialTimeoutSeconds = 0,
                EndSilenceTimeoutSeconds = request.EndSilence?.TotalSeconds ?? 0,
                MaxLengthSeconds = violations.WholeSeconds(nameof(request.MaxDuration), request.MaxDuration),
                Terminators = "",
            },
            StatusUrl = addresses.Status,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, RecordNames, provider, call);
        return command;
    }

    public static StreamCommand ToCommand(StreamRequest request, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        if (request.Bidirectional)
            provider.Demand(CallFeature.StreamBidirectional, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, StatusUrlField, "status_url_method");
        var command = new StreamCommand
        {
            Url = request.Url,
            Codec = CodecOf(request, violations),
            Track = request.Track switch
            {
                AudioTrack.Outbound => StreamTrack.Outbound,
                AudioTrack.Both => StreamTrack.Both,
                _ => StreamTrack.Inbound,
            },
            CustomParameters = request.Parameters.Count == 0 ? null : request.Parameters,
            StatusUrl = addresses.Status,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, StreamNames, provider, call);
        return command;
    }

    /// <summary>A tap of both directions, or one for each.</summary>
    public static IReadOnlyList<TapCommand> ToCommands(ForkRequest request, SignalWireAddresses addresses, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        RefuseAmong(request, violations, StatusUrlField);
        if (request.Target is null ? request.InboundTarget is null && request.OutboundTarget is null : (request.InboundTarget ?? request.OutboundTarget) is not null)
        {
            violations.Add(
                nameof(request.Target), $"must be given alone, or {nameof(request.InboundTarget)} or {nameof(request.OutboundTarget)} or both, without it");
        }

        if (request.Codec is { } codec && codec != AudioCodec.Pcmu && codec != AudioCodec.Pcma && codec != AudioCodec.Opus)
            violations.Add(nameof(request.Codec), $"must be '{AudioCodec.Pcmu}', '{AudioCodec.Pcma}' or '{AudioCodec.Opus}'", codec.Value);

        var packetTimeMs = violations.WholeMilliseconds(nameof(request.PacketTime), request.PacketTime);
        (string Field, Uri? Target, MediaDirection Direction)[] wanted =
        [
            (nameof(request.Target), request.Target, MediaDirection.Both),
            (nameof(request.InboundTarget), request.InboundTarget, MediaDirection.Speak),
            (nameof(request.OutboundTarget), request.OutboundTarget, MediaDirection.Listen),
        ];
        var commands = new List<TapCommand>(wanted.Length);
        foreach (var (field, target, direction) in wanted)
        {
            if (target is null || ToDevice(field, target, request, packetTimeMs, violations) is not { } device)
                continue;

            var command = new TapCommand
            {
                Tap = new TapAudio { Direction = direction },
                Device = device,
                StatusUrl = addresses.Status,
                AdditionalProperties = request.AdditionalProperties,
            };
            violations.AddRange(ViolationsOf(command), new Dictionary<string, string>(TapNames) { ["device.params.addr"] = field, ["device.params.port"] = field, ["device.params.uri"] = field });
            commands.Add(command);
        }

        // What is wrong with both taps is wrong once.
        return violations.IsEmpty ? commands : throw new RequestValidationException([.. violations.Items.Distinct()], provider.Name, call);
    }

    private static PlayItem[] ToItems(IReadOnlyList<MediaSource> sources, string field, ViolationList violations, ProviderDescriptor provider, CallId call)
    {
        foreach (var source in sources)
            provider.Demand(source.GetFeature(), call);

        return [.. sources.Select((source, index) => ToItem(source, ViolationListExtensions.Item(field, index), violations))];
    }

    private static PlayItem ToItem(MediaSource source, string field, ViolationList violations)
    {
        if (source is SpeechSource { IsSsml: true })
            violations.Add(field, "must be plain text: the vendor documents no SSML");

        PlayItem item = source switch
        {
            UrlSource url => new PlayAudio { Url = url.Location },
            SpeechSource speech => new PlaySpeech { Text = speech.Text, Language = speech.Language, Voice = speech.Voice },
            SilenceSource silence => new PlaySilence { DurationSeconds = silence.Duration?.TotalSeconds ?? RoundOfSilenceSeconds },
            RingtoneSource ringtone => new PlayRingtone
            {
                Name = (ringtone.Country ?? DefaultRingtone).ToLowerInvariant(),
                DurationSeconds = ringtone.Duration?.TotalSeconds,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This kind of source is unknown."),
        };
        const string Part = "item";
        var ofItem = new ViolationList();
        item.Validate(ofItem, Part);
        violations.AddRange(ofItem, new Dictionary<string, string>
        {
            [$"{Part}.params.url"] = field,
            [$"{Part}.params.name"] = $"{field}.{nameof(RingtoneSource.Country)}",
        });
        return item;
    }

    private static bool IsEndless(MediaSource source) => source is SilenceSource { Duration: null } or RingtoneSource { Duration: null };

    private static TimeSpan CollectingTime(GatherRequest request)
    {
        // In floating numbers, which do not overflow.
        var digits = request.Digits is { } wanted ? (wanted.InterDigitTimeout ?? LongestDigitPause).TotalSeconds * (wanted.Max ?? MostDigits) : 0;
        var speech = request.Speech is { } spoken ? (spoken.MaxDuration ?? LongestSpeech).TotalSeconds + (spoken.EndSilence?.TotalSeconds ?? 0) : 0;
        return TimeSpan.FromSeconds(Math.Min((request.Timeout ?? DefaultTimeout).TotalSeconds + Math.Max(digits, speech), LongestWait.TotalSeconds));
    }

    private static MediaDirection DirectionOf(AudioTrack track) => track switch
    {
        AudioTrack.Inbound => MediaDirection.Speak,
        AudioTrack.Outbound => MediaDirection.Listen,
        _ => MediaDirection.Both,
    };

    private static string? CodecOf(StreamRequest request, ViolationList violations)
    {
        const int Narrow = 8_000;
        const int Wide = 16_000;
        const int Wider = 24_000;
        if (request.Codec is not { } codec)
        {
            violations.CheckAbsent(nameof(request.SampleRateHz), request.SampleRateHz is not null, $"it goes with a {nameof(request.Codec)}");
            return null;
        }

        var isLinear = codec == AudioCodec.L16;
        var rate = request.SampleRateHz ?? (isLinear ? Wide : Narrow);
        if (!isLinear && codec != AudioCodec.Pcmu)
            violations.Add(nameof(request.Codec), $"must be '{AudioCodec.Pcmu}' or '{AudioCodec.L16}'", codec.Value);
        else if (isLinear ? rate is not (Wide or Wider) : rate != Narrow)
            violations.Add(nameof(request.SampleRateHz), isLinear ? $"must be {Wide} or {Wider} for '{codec}'" : $"must be {Narrow} for '{codec}'", rate);

        return string.Create(CultureInfo.InvariantCulture, $"{codec.Value.ToUpperInvariant()}@{rate}h");
    }

    private static TapDevice? ToDevice(string field, Uri target, ForkRequest request, int? packetTimeMs, ViolationList violations)
    {
        TapCodec? codec = request.Codec is { } wanted ? new TapCodec(wanted.Value.ToUpperInvariant()) : null;
        var isCombined = field == nameof(request.Target);
        if (isCombined && target is { IsAbsoluteUri: true, Scheme: "ws" or "wss" })
        {
            violations.CheckAbsent(nameof(request.PacketTime), request.PacketTime is not null, "it goes with RTP");
            return new TapWebSocketDevice { Address = target, Codec = codec };
        }

        if (target is { IsAbsoluteUri: true, Scheme: "udp", Port: > 0, PathAndQuery: "" or "/", UserInfo: "" } && IPAddress.TryParse(target.Host, out _))
        {
            return new TapRtpDevice
            {
                Address = target.Host,
                Port = target.Port,
                Codec = codec,
                PacketTimeMs = packetTimeMs,
            };
        }

        violations.Add(field, $"must be udp://address:port with an IPv4 address{(isCombined ? ", or a ws or wss address" : "")}");
        return null;
    }

    private static void CheckLimit(ViolationList violations, string field, TimeSpan? limit)
    {
        if (limit == TimeSpan.Zero)
            violations.Add(field, "must be more than zero, which the vendor takes for no limit", 0);
    }
}
