using System.Globalization;
using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>The methods that play, listen, record and fork.</summary>
internal static class SwmlMedia
{
    /// <summary>Answers an unanswered call first, unless it is told not to.</summary>
    public static void Play(SwmlRun run, SwmlArguments arguments)
    {
        if (arguments.Has("url") == arguments.Has("urls"))
        {
            run.Fail("play", "Either url or urls is expected.");
            return;
        }

        if (Items(run, "play", [.. arguments.Texts("url"), .. arguments.Texts("urls")]) is not { } items)
            return;
        if (arguments.Flag("auto_answer", otherwise: true))
            run.Leg.BecomeAnswered();
        Start(run, items, arguments, run.Next);
    }

    /// <summary>Unverified: that input during the prompt cuts it off, and that the wait for the first input starts with its end.</summary>
    public static void Prompt(SwmlRun run, SwmlArguments arguments)
    {
        if (Items(run, "prompt", arguments.Texts("play")) is not { } items)
            return;
        var leg = run.Leg;
        leg.BecomeAnswered();
        var takesSpeech = arguments.Root.EnumerateObject().Any(static entry => entry.Name.StartsWith("speech_", StringComparison.Ordinal));
        var takesDigits = !takesSpeech || arguments.Has("max_digits") || arguments.Has("terminators") || arguments.Has("digit_timeout");
        var terms = new CollectTerms
        {
            MaxDigits = takesDigits ? arguments.Integer("max_digits", 1) : null,
            Terminators = arguments.Text("terminators", ""),
            DigitTimeout = arguments.Seconds("digit_timeout", 5),
            TakesSpeech = takesSpeech,
            EndSilence = arguments.Has("speech_end_timeout") ? arguments.Seconds("speech_end_timeout", 0) : leg.Options.EndSilence,
            SpeechTimeout = arguments.Has("speech_timeout") ? arguments.Seconds("speech_timeout", 0) : null,
            InitialTimeout = arguments.Seconds("initial_timeout", 5),
        };
        CollectOperation? collect = null;
        var (playId, collectId) = (leg.Context.Ids.NewUuid(), leg.Context.Ids.NewUuid());
        var go = run.Wait(() =>
        {
            leg.Operations.Find(PlayOperation.Name, playId)?.Stop();
            collect?.Stop();
        });
        collect = CollectOperation.Start(leg, collectId, arguments.Url("status_url"), terms, startTimers: false, result =>
        {
            leg.Operations.Find(PlayOperation.Name, playId)?.Stop();
            go(() =>
            {
                Keep(run, result, collect!.LastResult?["params"]?.AsObject());
                run.Next();
            });
        });
        PlayOperation.Start(leg, playId, statusUrl: null, items, timesOrForever: 1, _ => collect.StartTimers());
    }

    public static void Record(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        RecordOperation? record = null;
        var go = run.Wait(() => record?.Stop());
        record = RecordOperation.Start(
            leg, leg.Context.Ids.NewUuid(), arguments.Url("status_url"), Terms(arguments, "speak", 4, 5, "#"), state => go(() =>
            {
                run.Set("record_url", record!.Url);
                run.Set("record_result", state is "finished" ? "success" : "failed");
                run.Next();
            }));
    }

    public static void RecordCall(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        var id = arguments.Text("control_id") ?? leg.Context.Ids.NewUuid();
        var record = RecordOperation.Start(leg, id, arguments.Url("status_url"), Terms(arguments, "both", 0, 0, ""));
        run.Set("record_control_id", id);
        run.Set("record_call_url", record.Url);
        run.Set("record_call_result", "success");
        run.Next();
    }

    /// <summary>Stops the operation that is named, or the one started last. The variable, if there is one, tells whether it ran.</summary>
    public static void StopOperation(SwmlRun run, SwmlArguments arguments, string kind, string? variable = null)
    {
        var operations = run.Leg.Operations;
        var found = arguments.Text("control_id") is { } id ? operations.Find(kind, id) : operations.Last(kind);
        found?.Stop();
        if (variable is not null)
            run.Set(variable, found is null ? "failed" : "success");
        run.Next();
    }

    public static void Tap(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        var id = arguments.Text("control_id") ?? leg.Context.Ids.NewUuid();
        if (!Uri.TryCreate(arguments.Text("uri", ""), UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Port < 0)
        {
            run.Fail("tap", "uri: An address of the form rtp://host:port, ws:// or wss:// is expected.");
            return;
        }

        var codec = arguments.Text("codec", "PCMU");
        var ptime = arguments.Integer("rtp_ptime", 20);
        var device = uri.Scheme is "rtp"
            ? new JsonObject { ["addr"] = uri.Host, ["port"] = uri.Port, ["codec"] = codec, ["ptime"] = ptime }
            : new JsonObject { ["uri"] = uri.OriginalString, ["codec"] = codec };
        TapOperation.Start(
            leg,
            id,
            arguments.Url("status_url"),
            new JsonObject { ["type"] = "audio", ["params"] = new JsonObject { ["direction"] = arguments.Text("direction", "speak") } },
            new JsonObject { ["type"] = uri.Scheme is "rtp" ? "rtp" : "ws", ["params"] = device });
        run.Set("tap_uri", uri.OriginalString);
        run.Set("tap_result", "success");
        run.Set("tap_control_id", id);
        run.Set("tap_codec", codec);
        run.Set("tap_ptime", ptime);
        run.Next();
    }

    /// <summary>
    /// Goes on at once, and does what the command <c>calling.stream</c> does. Unverified: that an address with a query is refused here, too.
    /// </summary>
    public static void Stream(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        var id = arguments.Text("control_id") ?? leg.Context.Ids.NewUuid();
        StreamOperation.Start(leg, id, StreamTerms.OfStep(arguments, arguments.Text("url", "")));
        run.Set("stream_control_id", id);
        run.Next();
    }

    /// <summary>Heard at once, without the pauses of W and w.</summary>
    public static void SendDigits(SwmlRun run, SwmlArguments arguments)
    {
        foreach (var digit in arguments.Text("digits", "").Where(static digit => digit is not ('w' or 'W')))
            run.Leg.Hear(digit);
        run.Set("send_digits_result", "success");
        run.Next();
    }

    public static void DetectMachine(SwmlRun run, SwmlArguments arguments)
    {
        var leg = run.Leg;
        var waits = arguments.Flag("wait", otherwise: true);
        if (!waits && !arguments.Has("status_url"))
        {
            run.Fail("detect_machine", "A detection that is not waited for needs a status_url.");
            return;
        }

        var detectors = arguments.Text("detectors", "amd,fax").Split(',', StringSplitOptions.TrimEntries);
        var began = leg.Context.Time.GetUtcNow();
        var terms = new DetectTerms
        {
            Type = detectors.Contains("amd", StringComparer.Ordinal) ? "machine" : "fax",
            TakesFax = detectors.Contains("fax", StringComparer.Ordinal),
            Timeout = arguments.Seconds("timeout", 30),
            AwaitsMessageEnd = arguments.Flag("detect_message_end"),
            Expected = arguments.Text("tone", "CED"),
        };
        Action<Action> go = static _ => { };
        DetectOperation? detect = null;
        if (waits)
            go = run.Wait(() => detect?.Stop());
        detect = DetectOperation.Start(leg, leg.Context.Ids.NewUuid(), arguments.Url("status_url"), terms, ended =>
        {
            run.Set("detect_result", ended.Result);
            run.Set("detect_machine_beep", ended.HasBeep);
            run.Set("detect_ms", (int)(leg.Context.Time.GetUtcNow() - began).TotalMilliseconds);
            go(run.Next);
        });
        if (!waits)
            run.Next();
    }

    public static void Denoise(SwmlRun run, bool isOn)
    {
        run.Set("denoise_result", run.Leg.IsDenoised == isOn ? "failed" : isOn ? "on" : "off");
        run.Leg.IsDenoised = isOn;
        run.Next();
    }

    private static void Start(SwmlRun run, IReadOnlyList<PlayItem> items, SwmlArguments arguments, Action next)
    {
        var leg = run.Leg;
        var id = leg.Context.Ids.NewUuid();
        var go = run.Wait(() => leg.Operations.Find(PlayOperation.Name, id)?.Stop());
        PlayOperation.Start(leg, id, arguments.Url("status_url"), items, timesOrForever: 1, _ => go(next));
    }

    private static List<PlayItem>? Items(SwmlRun run, string method, IReadOnlyList<string> urls)
    {
        var items = urls.Select(url => PlayItem.OfUrl(run.Leg.Options, url)).ToList();
        if (items.All(static item => item is not null))
            return items!;
        run.Fail(method, "What is played begins with http:, https:, say:, silence: or ring:.");
        return null;
    }

    private static RecordTerms Terms(SwmlArguments arguments, string direction, double initial, double endSilence, string terminators) => new()
    {
        Format = arguments.Text("format", "wav"),
        Stereo = arguments.Flag("stereo"),
        Direction = arguments.Text("direction", direction),
        InitialTimeout = arguments.Seconds("initial_timeout", initial),
        EndSilence = arguments.Seconds("end_silence_timeout", endSilence),
        MaxLength = arguments.Seconds("max_length", 0),
        Terminators = arguments.Text("terminators", terminators).ToUpperInvariant(),
    };

    private static void Keep(SwmlRun run, string result, JsonObject? details)
    {
        run.Set("prompt_result", result switch
        {
            "digit" => "match_digits",
            "speech" => "match_speech",
            "no_input" or "no_match" => result,
            _ => "failed",
        });
        run.Set("prompt_value", (details?["digits"] ?? details?["text"])?.DeepClone());
        if (details?["terminator"] is { } terminator)
            run.Set("prompt_digit_terminator", terminator.DeepClone());
        if (details?["confidence"] is { } confidence)
            run.Set("prompt_speech_confidence", confidence.GetValue<double>().ToString(CultureInfo.InvariantCulture));
    }
}
