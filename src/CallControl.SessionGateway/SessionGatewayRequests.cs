using System.Globalization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Turns neutral requests into the gateway's commands. What does not fit is refused here, in the words of the neutral request.</summary>
internal static class SessionGatewayRequests
{
    private const int DefaultTimeoutMs = 5000;
    private const int DefaultTries = 3;

    private static readonly Dictionary<string, string> HangupNames = new() { ["cause"] = nameof(HangupRequest.Cause) };

    private static readonly Dictionary<string, string> PlaybackNames = new()
    {
        ["urls"] = nameof(PlaybackRequest.Sources),
        ["offset_sec"] = nameof(PlaybackRequest.Offset),
    };

    private static readonly Dictionary<string, string> GatherNames = new()
    {
        ["prompt_files"] = nameof(GatherRequest.Prompt),
        ["invalid_files"] = nameof(GatherRequest.InvalidPrompt),
        ["min_digits"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Min)}",
        ["max_digits"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Max)}",
        ["max_tries"] = nameof(GatherRequest.MaxTries),
        ["timeout"] = nameof(GatherRequest.Timeout),
        ["terminators"] = $"{nameof(GatherRequest.Digits)}.{nameof(DigitOptions.Terminators)}",
    };

    public static HangupCommand ToHangup(HangupCause cause, CallRequest request, ProviderDescriptor provider, CallId call)
    {
        var command = new HangupCommand
        {
            Cause = SessionGatewayCauses.ToVendor(cause),
            AdditionalProperties = request.AdditionalProperties,
        };
        var violations = new ViolationList();
        ThrowIfAny(violations, command, HangupNames, provider, call);
        return command;
    }

    public static void Check(AnswerRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        CheckDeadline(request, violations);
        violations.ThrowIfAny(provider.Name, call);
    }

    public static bool IsSilence(PlaybackRequest request) => request.Sources is [SilenceSource];

    public static void CheckSilence(PlaybackRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        CheckDeadline(request, violations);
        if (request.Sources is [SilenceSource { Duration: { } duration }])
            violations.Add("Sources[0].Duration", "must be left out: the gateway's silence ends with the call or with the next playback", Text(duration));

        if (request.Offset != TimeSpan.Zero)
            violations.Add(nameof(request.Offset), "must be zero with silence", Text(request.Offset));

        if (request.Repeat is not 1)
            violations.Add(nameof(request.Repeat), "must be 1 with silence", Text(request.Repeat));

        violations.ThrowIfAny(provider.Name, call);
    }

    public static StartPlaybackCommand ToCommand(PlaybackRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        CheckDeadline(request, violations);
        var urls = Urls(nameof(request.Sources), request.Sources, violations, provider, call);
        if (request.Repeat is null or < 1)
            violations.Add(nameof(request.Repeat), "must be at least 1; an endless loop is not to be had", Text(request.Repeat));
        else if (request.Repeat > 1 && urls.Count > 0)
            urls = [.. Enumerable.Repeat(urls, request.Repeat.Value).SelectMany(list => list).Take(GatewayUrl.MostUrls + 1)];

        var command = new StartPlaybackCommand
        {
            Urls = urls,
            OffsetSeconds = request.Offset == TimeSpan.Zero ? null : WholeSeconds(nameof(request.Offset), request.Offset, violations),
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, PlaybackNames, provider, call);
        return command;
    }

    public static PlayAndGetDigitsCommand ToCommand(GatherRequest request, ProviderDescriptor provider, CallId call)
    {
        if (request.Speech is not null || request.Digits is null)
            provider.Demand(CallFeature.GatherSpeech, call);

        var digits = request.Digits!;
        if (digits.ValidDigits is not null)
            provider.Demand(CallFeature.GatherValidDigits, call);

        if (digits.InterDigitTimeout is not null)
            provider.Demand(CallFeature.GatherInterDigitTimeout, call);

        if (request.Prompt.Count == 0)
            provider.Demand(CallFeature.GatherWithoutPrompt, call);

        var violations = new ViolationList();
        CheckDeadline(request, violations);
        var command = new PlayAndGetDigitsCommand
        {
            PromptFiles = Urls(nameof(request.Prompt), request.Prompt, violations, provider, call),
            InvalidFiles = request.InvalidPrompt.Count == 0
                ? null
                : Urls(nameof(request.InvalidPrompt), request.InvalidPrompt, violations, provider, call),
            MinDigits = digits.Min,
            MaxDigits = digits.Max,
            MaxTries = request.MaxTries,
            TimeoutMs = request.Timeout is { } timeout ? WholeMilliseconds(nameof(request.Timeout), timeout, violations) : null,
            Terminators = digits.Terminators,
            AdditionalProperties = request.AdditionalProperties,
        };
        ThrowIfAny(violations, command, GatherNames, provider, call);
        return command;
    }

    /// <summary>How long the gateway waits for input at most, in all tries together.</summary>
    public static TimeSpan CollectingTime(PlayAndGetDigitsCommand command) =>
        TimeSpan.FromMilliseconds((long)(command.TimeoutMs ?? DefaultTimeoutMs) * (command.MaxTries ?? DefaultTries));

    public static void Check(RecordingRequest request, ProviderDescriptor provider, CallId call)
    {
        if (request.Format is not null)
            provider.Demand(CallFeature.RecordingFormat, call);

        if (request.Track != AudioTrack.Both)
            provider.Demand(CallFeature.RecordingTrack, call);

        if (request.Stereo is not null)
            provider.Demand(CallFeature.RecordingChannels, call);

        if (request.MaxDuration is not null || request.EndSilence is not null)
            provider.Demand(CallFeature.RecordingLimits, call);

        if (request.Beep)
            provider.Demand(CallFeature.RecordingBeep, call);

        var violations = new ViolationList();
        CheckDeadline(request, violations);
        violations.ThrowIfAny(provider.Name, call);
    }

    public static void Check(BridgeRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        CheckDeadline(request, violations);
        if (request.With == default || request.With == call)
            violations.Add(nameof(request.With), "must be another call", request.With.Value);

        violations.ThrowIfAny(provider.Name, call);
    }

    private static List<Uri> Urls(
        string field, IReadOnlyList<MediaSource> sources, ViolationList violations, ProviderDescriptor provider, CallId call)
    {
        var urls = new List<Uri>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            switch (sources[i])
            {
                case UrlSource url:
                    urls.Add(url.Location);
                    break;
                case SilenceSource:
                    violations.Add($"{field}[{i}]", "must be a file: the gateway does not mix silence with files, nor prompt with it", "silence");
                    break;
                case var other:
                    provider.Demand(FeatureOf(other), call);
                    break;
            }
        }

        return urls;
    }

    private static CallFeature FeatureOf(MediaSource source) => source switch
    {
        UrlSource => CallFeature.PlaybackUrl,
        SpeechSource => CallFeature.PlaybackSpeech,
        SilenceSource => CallFeature.PlaybackSilence,
        RingtoneSource => CallFeature.PlaybackRingtone,
        LibrarySource => CallFeature.PlaybackLibrary,
        AudioSource => CallFeature.PlaybackAudio,
        null => throw new ArgumentNullException(nameof(source)),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This kind of source is unknown."),
    };

    private static void CheckDeadline(OperationRequest request, ViolationList violations)
    {
        if (request.Deadline is { } deadline && deadline <= TimeSpan.Zero)
            violations.Add(nameof(request.Deadline), "must be more than zero", Text(deadline));
    }

    private static int? WholeSeconds(string field, TimeSpan value, ViolationList violations)
    {
        if (value.Ticks % TimeSpan.TicksPerSecond != 0)
            violations.Add(field, "must be in whole seconds", Text(value));

        return Clamp(value.Ticks / TimeSpan.TicksPerSecond);
    }

    private static int? WholeMilliseconds(string field, TimeSpan value, ViolationList violations)
    {
        if (value.Ticks % TimeSpan.TicksPerMillisecond != 0)
            violations.Add(field, "must be in whole milliseconds", Text(value));

        return Clamp(value.Ticks / TimeSpan.TicksPerMillisecond);
    }

    // What does not fit into the wire's integer is beyond every range anyway; the command's own check reports it.
    private static int Clamp(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);

    private static void ThrowIfAny(
        ViolationList violations, SessionGatewayCommand command, Dictionary<string, string> names, ProviderDescriptor provider, CallId call)
    {
        var ofCommand = new ViolationList();
        command.Validate(ofCommand);
        violations.AddRange(ofCommand, names);
        violations.ThrowIfAny(provider.Name, call);
    }

    private static string Text(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
