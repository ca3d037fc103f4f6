using System.Globalization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Turns neutral requests into the gateway's commands. What does not fit is refused here, in the words of the neutral request.</summary>
internal static class SessionGatewayRequests
{
    private const int DefaultTimeoutMs = 5000;
    private const int DefaultTries = 3;

    // Keeps the place of a source that is no file, so that violations count like the request. A command that has it is refused.
    private static readonly Uri NoFile = new("https://silence.invalid/");

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
        violations.CheckDeadline(request);
        violations.ThrowIfAny(provider.Name, call);
    }

    public static bool IsSilence(PlaybackRequest request) => request.Sources is [SilenceSource];

    public static void CheckSilence(PlaybackRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
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
        violations.CheckDeadline(request);
        var urls = Urls(nameof(request.Sources), request.Sources, violations, provider, call);
        var command = new StartPlaybackCommand
        {
            Urls = urls,
            OffsetSeconds = request.Offset == TimeSpan.Zero ? null : violations.WholeSeconds(nameof(request.Offset), request.Offset),
            AdditionalProperties = request.AdditionalProperties,
        };
        CheckRepeat(request, urls.Count, violations);
        ThrowIfAny(violations, command, PlaybackNames, provider, call);
        return request.Repeat is { } times and > 1
            ? command with { Urls = [.. Enumerable.Repeat(urls, times).SelectMany(list => list)] }
            : command;
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
        violations.CheckDeadline(request);
        var command = new PlayAndGetDigitsCommand
        {
            PromptFiles = Urls(nameof(request.Prompt), request.Prompt, violations, provider, call),
            InvalidFiles = request.InvalidPrompt.Count == 0
                ? null
                : Urls(nameof(request.InvalidPrompt), request.InvalidPrompt, violations, provider, call),
            MinDigits = digits.Min,
            MaxDigits = digits.Max,
            MaxTries = request.MaxTries,
            TimeoutMs = violations.WholeMilliseconds(nameof(request.Timeout), request.Timeout),
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
        violations.CheckDeadline(request);
        violations.ThrowIfAny(provider.Name, call);
    }

    public static void Check(BridgeRequest request, ProviderDescriptor provider, CallId call)
    {
        var violations = new ViolationList();
        violations.CheckDeadline(request);
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
                    urls.Add(NoFile);
                    break;
                case var other:
                    provider.Demand(other.GetFeature(), call);
                    break;
            }
        }

        return urls;
    }

    // The files are listed once for each time; what the request says is checked before, in its own words and places.
    private static void CheckRepeat(PlaybackRequest request, int files, ViolationList violations)
    {
        if (request.Repeat is null or < 1)
            violations.Add(nameof(request.Repeat), "must be at least 1; an endless loop is not to be had", Text(request.Repeat));
        else if (files is > 0 and <= GatewayUrl.MostUrls && (long)files * request.Repeat > GatewayUrl.MostUrls)
            violations.Add(nameof(request.Repeat), Rule($"times the sources, which are {files}, must be at most {GatewayUrl.MostUrls}"), request.Repeat.Value);

        if (request.Repeat > 1 && files == 1 && request.Offset != TimeSpan.Zero)
            violations.Add(nameof(request.Offset), "must be zero with a repetition", Text(request.Offset));
    }

    private static void ThrowIfAny(
        ViolationList violations, SessionGatewayCommand command, Dictionary<string, string> names, ProviderDescriptor provider, CallId call)
    {
        var ofCommand = new ViolationList();
        command.Validate(ofCommand);
        violations.AddRange(ofCommand, names);
        violations.ThrowIfAny(provider.Name, call);
    }

    private static string Rule(FormattableString rule) => rule.ToString(CultureInfo.InvariantCulture);

    // Without zeros at the end, which would be masked as if they were part of a phone number.
    private static string Text(TimeSpan value) => value.ToString("g", CultureInfo.InvariantCulture);

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
