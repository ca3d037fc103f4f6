using System.Globalization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Turns neutral requests into the vendor's commands. What does not fit is refused here, in the words of the neutral request.</summary>
internal static class CallrRequests
{
    private const int MostDigits = 20;
    private const string Terminators = "#";
    private const int LongestWaitSeconds = 30;
    private const int DefaultRingSeconds = 30;

    // In place of what was refused in neutral words already, so that the rest is checked all the same.
    private const string AnyApp = "00000000";
    private const string AnyNumber = "+10000000";

    // What tells brief speech that is followed by a pause from a machine's greeting, in milliseconds.
    private const int BriefestSpeech = 100;
    private const int LongestBriefSpeech = 2000;
    private const int PauseAfterSpeech = 500;
    private const int DefaultAnalysis = 4000;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> DialNames = new()
    {
        ["target.number"] = nameof(DialRequest.To),
        ["target.timeout"] = nameof(DialRequest.RingTimeout),
        ["options.cli"] = nameof(DialRequest.From),
    };

    private static readonly Dictionary<string, string> DialoutNames = new()
    {
        ["targets[0].number"] = nameof(TransferRequest.To),
        ["targets[0].timeout"] = nameof(TransferRequest.RingTimeout),
        ["cli"] = nameof(TransferRequest.From),
    };

    private static readonly Dictionary<string, string> ReadNames = new()
    {
        ["max_digits"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Max)}",
        ["attempts"] = nameof(GatherRequest.MaxTries),
        ["timeout_ms"] = nameof(GatherRequest.Timeout),
    };

    private static readonly Dictionary<string, string> RecordNames = new()
    {
        ["max_duration"] = nameof(RecordingRequest.MaxDuration),
        ["silence"] = nameof(RecordingRequest.EndSilence),
    };

    private static readonly Dictionary<string, string> DtmfNames = new()
    {
        ["digits"] = nameof(DtmfRequest.Digits),
        ["duration_ms"] = nameof(DtmfRequest.ToneDuration),
    };

    private static readonly Dictionary<string, string> NoNames = [];

    /// <summary>The call, and what finds out who has answered it; null where that was not asked for.</summary>
    public static (StartCallCommand Command, PlayTalkDetectCommand? Detection) ToCommand(DialRequest request, CallrOptions options, ProviderDescriptor provider)
    {
        var violations = new ViolationList();
        if (options.App.Length == 0)
            violations.Add($"{nameof(CallrOptions)}.{nameof(CallrOptions.App)}", "must be set: calls are made with a Real-Time app");

        CheckPhone(nameof(request.To), request.To, violations);
        violations.CheckAbsent(nameof(request.MaxDuration), request.MaxDuration is not null, "the vendor has no such limit");
        violations.CheckAbsent(nameof(request.SipHeaders), request.SipHeaders.Count > 0, "the vendor sends none");
        var command = new StartCallCommand
        {
            App = options.App,
            Target = ToTarget(request.To, nameof(request.RingTimeout), request.RingTimeout, violations),
            CallerId = request.From.Value.Length == 0 ? null : request.From.Value,
            AdditionalProperties = request.AdditionalProperties,
        };
        var detection = ToDetection(request.MachineDetection, options, violations);
        var ofCommand = new ViolationList();
        (options.App.Length > 0 ? command : command with { App = AnyApp }).Validate(ofCommand);
        violations.AddRange(ofCommand, DialNames);
        violations.ThrowIfAny(provider.Name);
        return (command, detection);
    }

    /// <summary>Refuses what the vendor has no place for.</summary>
    public static void CheckEmpty(CallRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        if (request is OperationRequest operation)
            violations.CheckDeadline(operation);

        violations.CheckAbsent(nameof(request.AdditionalProperties), request.AdditionalProperties is { Count: > 0 }, "the vendor's command has no members");
        violations.ThrowIfAny(provider.Name, call);
    }

    public static void Check(RejectRequest request, ProviderDescriptor provider, CallId call)
    {
        CheckEmpty(request, provider, call);
        if (request.Cause != HangupCause.Rejected)
            provider.Demand(CallFeature.HangupCause, call);
    }

    public static void Check(HangupRequest request, ProviderDescriptor provider, CallId call)
    {
        CheckEmpty(request, provider, call);
        if (request.Cause != HangupCause.Normal)
            provider.Demand(CallFeature.HangupCause, call);
    }

    /// <summary>What is played, one time through; an address is still to be fetched.</summary>
    public static IReadOnlyList<PlaybackStep> ToSteps(PlaybackRequest request, CallrOptions options, ProviderDescriptor provider, CallId call)
    {
        if (request.Offset != TimeSpan.Zero)
            provider.Demand(CallFeature.PlaybackOffset, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.Sources.Count == 0)
            violations.Add(nameof(request.Sources), "must be at least one");

        if (request.Repeat is null)
            violations.Add(nameof(request.Repeat), "must be given: a playback cannot be stopped, so that one without end would never let go of the call");
        else if (request.Repeat < 1)
            violations.Add(nameof(request.Repeat), "must be at least 1", request.Repeat.Value);

        var steps = ToSteps(request.Sources, nameof(request.Sources), options, violations, provider, call);
        CheckSingle(request, steps.Length * (long)(request.Repeat ?? 1), violations);
        violations.ThrowIfAny(provider.Name, call);
        return steps;
    }

    /// <summary>A gather as the vendor has it: what is played before, and what reads.</summary>
    public static GatherForm ToForm(GatherRequest request, CallrOptions options, ProviderDescriptor provider, CallId call)
    {
        if (request.Speech is not null)
            provider.Demand(CallFeature.GatherSpeech, call);

        if (request.InvalidPrompt.Count > 0)
            provider.Demand(CallFeature.GatherInvalidPrompt, call);

        if (request.Digits?.ValidDigits is not null)
            provider.Demand(CallFeature.GatherValidDigits, call);

        if (request.Digits?.InterDigitTimeout is not null)
            provider.Demand(CallFeature.GatherInterDigitTimeout, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.Digits is null)
            violations.Add(nameof(request.Digits), "must be given");

        if (request.Digits?.Terminators is { } terminators && terminators != Terminators)
            violations.Add($"{nameof(request.Digits)}.{nameof(DigitOptions.Terminators)}", $"must be '{Terminators}', which always ends the input");

        var maxDigits = request.Digits?.Max ?? MostDigits;
        if (request.Digits?.Min is { } least && (least < 0 || least > maxDigits))
            violations.Add($"{nameof(request.Digits)}.{nameof(DigitOptions.Min)}", $"must be 0 to {nameof(DigitOptions.Max)}", least);

        var steps = ToSteps(request.Prompt, nameof(request.Prompt), options, violations, provider, call);

        // Only what the vendor plays itself while it reads can be cut short by a key.
        var media = steps is [.., { Command: PlayCommand { Media: var last } }] ? last : CallrMedia.None;
        PlaybackStep[] before = media == CallrMedia.None ? steps : steps[..^1];
        var tries = request.MaxTries ?? 1;
        var isRepeatedByVendor = before.Length == 0;
        var read = new ReadCommand
        {
            Media = media,
            MaxDigits = maxDigits,
            Attempts = tries,
            TimeoutMilliseconds = violations.WholeMilliseconds(nameof(request.Timeout), request.Timeout ?? DefaultTimeout) ?? 0,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, read, ReadNames, provider, call);
        return new GatherForm(before, isRepeatedByVendor ? read : read with { Attempts = 1 }, isRepeatedByVendor ? 1 : tries, request.Digits?.Min ?? 1);
    }

    /// <summary>A recording of the whole call, or of a message where it has limits.</summary>
    public static RealTimeCommand ToCommand(RecordingRequest request, ProviderDescriptor provider, CallId call)
    {
        if (request.Format is not null)
            provider.Demand(CallFeature.RecordingFormat, call);

        if (request.Track != AudioTrack.Both)
            provider.Demand(CallFeature.RecordingTrack, call);

        if (request.Stereo is not null)
            provider.Demand(CallFeature.RecordingChannels, call);

        if (request.Beep)
            provider.Demand(CallFeature.RecordingBeep, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        CheckLimit(nameof(request.MaxDuration), request.MaxDuration, violations);
        CheckLimit(nameof(request.EndSilence), request.EndSilence, violations);
        RealTimeCommand command = request is { MaxDuration: null, EndSilence: null }
            ? new StartCallRecordingCommand { AdditionalProperties = request.AdditionalProperties }
            : new RecordCommand
            {
                MaxDurationSeconds = violations.WholeSeconds(nameof(request.MaxDuration), request.MaxDuration) ?? 0,
                SilenceSeconds = violations.WholeSeconds(nameof(request.EndSilence), request.EndSilence) ?? 0,
                AdditionalProperties = request.AdditionalProperties,
            };
        ThrowIfAny(violations, command, RecordNames, provider, call);
        return command;
    }

    public static ConferenceCommand ToCommand(BridgeRequest request, string room, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
        if (request.With == default || request.With == call)
            violations.Add(nameof(request.With), "must be another call", request.With.Value);

        violations.CheckAbsent("id", request.AdditionalProperties?.ContainsKey("id") == true, "both calls must be in the same conference");
        var command = new ConferenceCommand { Id = room, AutoLeaveWhenAlone = true, AdditionalProperties = request.AdditionalProperties };
        ThrowIfAny(violations, command, NoNames, provider, call);
        return command;
    }

    public static DialoutCommand ToCommand(TransferRequest request, ProviderDescriptor provider, CallId call)
    {
        if (request.Method == TransferMethod.Refer)
            provider.Demand(CallFeature.TransferRefer, call);

        var violations = new ViolationList();
        violations.CheckDeadline(request);
        CheckPhone(nameof(request.To), request.To, violations);
        violations.CheckAbsent(nameof(request.MaxDuration), request.MaxDuration is not null, "the vendor has no such limit");
        violations.CheckAbsent(nameof(request.SipHeaders), request.SipHeaders.Count > 0, "the vendor sends none");
        var target = ToTarget(request.To, nameof(request.RingTimeout), request.RingTimeout, violations);
        var command = request.From is { Value.Length: > 0 } from
            ? new DialoutCommand { Targets = [target], CallerId = from.Value, AdditionalProperties = request.AdditionalProperties }
            : new DialoutCommand { Targets = [target], AdditionalProperties = request.AdditionalProperties };
        ThrowIfAny(violations, command, DialoutNames, provider, call);
        return command;
    }

    public static SendDtmfCommand ToCommand(DtmfRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        var command = new SendDtmfCommand { Digits = request.Digits, AdditionalProperties = request.AdditionalProperties };
        if (violations.WholeMilliseconds(nameof(request.ToneDuration), request.ToneDuration) is { } duration)
            command = command with { DurationMilliseconds = duration };

        ThrowIfAny(violations, command, DtmfNames, provider, call);
        return command;
    }

    private static PlaybackStep[] ToSteps(
        IReadOnlyList<MediaSource> sources, string field, CallrOptions options, ViolationList violations, ProviderDescriptor provider, CallId call)
    {
        foreach (var source in sources)
            provider.Demand(source.GetFeature(), call);

        return [.. sources.SelectMany((source, index) => ToSteps(source, ViolationListExtensions.Item(field, index), options, violations))];
    }

    private static IEnumerable<PlaybackStep> ToSteps(MediaSource source, string field, CallrOptions options, ViolationList violations)
    {
        switch (source)
        {
            case UrlSource url:
                violations.CheckHttpUrl(field, url.Location);

                return [new PlaybackStep(null, url.Location)];
            case SpeechSource speech:
                return [ToStep(ToMedia(speech, field, options, violations))];
            case LibrarySource library when long.TryParse(library.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                return [ToStep(CallrMedia.Library(number))];
            case LibrarySource library:
                return [new PlaybackStep(new PlayRecordCommand { MediaFile = library.Id }, null)];
            case SilenceSource silence:
                return ToWaits(silence, field, violations);
            case AudioSource audio:
                if (WaveConverter.TryConvert(audio.Bytes, audio.Format, options.MaxAudioDuration, out var wav, out var problem))
                    return [new PlaybackStep(new PlayWavDataCommand { AudioData = wav }, null)];

                violations.Add(field, problem);
                return [];
            default:
                throw new ArgumentOutOfRangeException(nameof(source), source, "This kind of source is unknown.");
        }
    }

    private static PlaybackStep ToStep(CallrMedia media) => new(new PlayCommand { Media = media }, null);

    private static CallrMedia ToMedia(SpeechSource speech, string field, CallrOptions options, ViolationList violations)
    {
        var voice = speech.Voice ?? options.DefaultVoice;
        violations.CheckAbsent($"{field}.{nameof(speech.IsSsml)}", speech.IsSsml, "the vendor speaks plain text");
        violations.CheckAbsent($"{field}.{nameof(speech.Language)}", speech.Language is not null && speech.Voice is null, "the voice decides the language: name one");
        if (voice.Length == 0)
            violations.Add($"{field}.{nameof(speech.Voice)}", $"must be given, or {nameof(CallrOptions)}.{nameof(CallrOptions.DefaultVoice)}");

        if (voice.Contains('|', StringComparison.Ordinal))
            violations.Add($"{field}.{nameof(speech.Voice)}", "must not hold the character |, which parts the vendor's fields");

        if (speech.Text.Contains('|', StringComparison.Ordinal))
            violations.Add($"{field}.{nameof(speech.Text)}", "must not hold the character |, which parts the vendor's fields");

        return violations.IsEmpty ? CallrMedia.Speech(voice, speech.Text) : CallrMedia.None;
    }

    private static IEnumerable<PlaybackStep> ToWaits(SilenceSource silence, string field, ViolationList violations)
    {
        if (silence.Duration is not { } length)
        {
            violations.Add(field, "must have a length: a playback cannot be stopped");
            return [];
        }

        if (length < TimeSpan.FromSeconds(1) || length.Ticks % TimeSpan.TicksPerSecond != 0 || length > TimeSpan.FromHours(1))
        {
            violations.Add(field, "must be 1 s to 1 hour in whole seconds");
            return [];
        }

        var seconds = (int)length.TotalSeconds;
        var waits = Enumerable.Repeat(LongestWaitSeconds, seconds / LongestWaitSeconds);
        return (seconds % LongestWaitSeconds == 0 ? waits : waits.Append(seconds % LongestWaitSeconds))
            .Select(each => new PlaybackStep(new WaitCommand { Seconds = each }, null));
    }

    private static CallrTarget ToTarget(Destination destination, string field, TimeSpan? ringTimeout, ViolationList violations) => new()
    {
        Number = (destination as PhoneDestination)?.Number ?? AnyNumber,
        TimeoutSeconds = violations.WholeSeconds(field, ringTimeout) ?? DefaultRingSeconds,
    };

    private static PlayTalkDetectCommand? ToDetection(MachineDetectionOptions? detection, CallrOptions options, ViolationList violations)
    {
        if (detection is null)
            return null;

        if (options.DetectionMedia is null)
            violations.Add($"{nameof(CallrOptions)}.{nameof(CallrOptions.DetectionMedia)}", "must be set to find out who answers: the vendor listens while it plays a medium");

        violations.CheckAbsent($"{nameof(DialRequest.MachineDetection)}.{nameof(detection.WaitForBeep)}", detection.WaitForBeep, "the vendor listens for speech only");
        var field = $"{nameof(DialRequest.MachineDetection)}.{nameof(detection.Timeout)}";
        var command = new PlayTalkDetectCommand
        {
            Media = CallrMedia.Library(options.DetectionMedia ?? 0),
            MinMilliseconds = BriefestSpeech,
            MaxMilliseconds = LongestBriefSpeech,
            SilenceMilliseconds = PauseAfterSpeech,
            AnalysisMilliseconds = violations.WholeMilliseconds(field, detection.Timeout) ?? DefaultAnalysis,
        };
        var ofCommand = new ViolationList();
        command.Validate(ofCommand);
        violations.AddRange(ofCommand, new Dictionary<string, string> { ["analysistime_ms"] = field });
        return command;
    }

    private static void CheckPhone(string field, Destination destination, ViolationList violations)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (destination is not PhoneDestination)
            violations.Add(field, "must be a phone number: the vendor calls nothing else");
    }

    // Members of one command cannot be meant for several.
    private static void CheckSingle(CallRequest request, long commands, ViolationList violations) => violations.CheckAbsent(
        nameof(request.AdditionalProperties), request.AdditionalProperties is { Count: > 0 } && commands > 1, "they cannot be put into several commands");

    private static void CheckLimit(string field, TimeSpan? limit, ViolationList violations)
    {
        if (limit <= TimeSpan.Zero)
            violations.Add(field, "must be more than zero");
    }

    private static void ThrowIfAny(ViolationList violations, RealTimeCommand command, Dictionary<string, string> names, ProviderDescriptor provider, CallId call)
    {
        var ofCommand = new ViolationList();
        command.Validate(ofCommand);
        violations.AddRange(ofCommand, names);
        violations.ThrowIfAny(provider.Name, call);
    }
}
