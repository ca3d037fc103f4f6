using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

internal static class AiSamples
{
    private const string OneSentence = "In one sentence.";

    private static readonly Uri Live = new("https://app.example.com/live");
    private static readonly LiveSummary Summary = new() { Webhook = new Uri("https://app.example.com/summary"), Prompt = OneSentence };

    public static IReadOnlyDictionary<string, SignalWireCommand> All { get; } = new Dictionary<string, SignalWireCommand>
    {
        ["calling.live_transcribe.json"] = new LiveTranscribeCommand
        {
            Action = LiveTranscribeAction.Start(new LiveTranscribeStart
            {
                Language = "en-US",
                Direction = [CallerSide.Remote, CallerSide.Local],
                Webhook = Live,
                LiveEvents = true,
                AiSummary = true,
                AiSummaryPrompt = OneSentence,
                SpeechEngine = LiveSpeechEngine.Google,
                SpeechTimeoutMs = 60_000,
                VadSilenceMs = 300,
                VadThreshold = 400,
                DebugLevel = 2,
            }),
        },
        ["calling.live_transcribe.summarize.json"] = new LiveTranscribeCommand { Action = LiveTranscribeAction.Summarize(Summary) },
        ["calling.live_transcribe.stop.json"] = new LiveTranscribeCommand { Action = LiveTranscribeAction.Stop },
        ["calling.live_translate.json"] = new LiveTranslateCommand
        {
            Action = LiveTranslateAction.Start(new LiveTranslateStart
            {
                FromLanguage = "en-US",
                ToLanguage = "es-ES",
                FromVoice = "elevenlabs.josh",
                ToVoice = "elevenlabs.rachel",
                FilterFrom = TranslationFilter.Polite,
                FilterTo = TranslationFilter.GenZ,
                Direction = [CallerSide.Remote, CallerSide.Local],
                Webhook = Live,
                LiveEvents = true,
                AiSummary = true,
                AiSummaryPrompt = OneSentence,
                SpeechEngine = LiveSpeechEngine.Google,
                SpeechTimeoutMs = 60_000,
                VadSilenceMs = 300,
                VadThreshold = 400,
                DebugLevel = 2,
            }),
            StatusUrl = CommandSamples.Status,
        },
        ["calling.live_translate.summarize.json"] = new LiveTranslateCommand { Action = LiveTranslateAction.Summarize(Summary) },
        ["calling.live_translate.inject.json"] = new LiveTranslateCommand
        {
            Action = LiveTranslateAction.Inject(new LiveInjection { Message = "One moment, please.", Direction = CallerSide.Local }),
        },
        ["calling.live_translate.stop.json"] = new LiveTranslateCommand { Action = LiveTranslateAction.Stop },
        ["calling.ai_hold.json"] = new HoldAiCommand { TimeoutSeconds = 60, Prompt = "One moment." },
        ["calling.ai_unhold.json"] = new UnholdAiCommand(),
        ["calling.ai_message.json"] = new SendAiMessageCommand
        {
            Role = AiMessageRole.System,
            MessageText = "Be brief.",
            Reset = new AiReset { FullReset = true, UserPrompt = "Hello again.", SystemPrompt = "Be kind." },
            GlobalData = new JsonObject { ["plan"] = "gold" },
        },
        ["calling.ai.stop.json"] = new StopAiCommand { ControlId = CommandSamples.Operation },
        ["calling.ai_sidecar.json"] = new StartAiSidecarCommand
        {
            Prompt = "Help the agent.",
            Language = "en-US",
            Model = AiModel.Gpt41Mini,
            Direction = [CallerSide.Remote],
            CustomerRole = CallerSide.Local,
            Url = new Uri("https://app.example.com/sidecar"),
            Functions = new SidecarFunctions
            {
                Defaults = new JsonObject { ["web_hook_url"] = "https://app.example.com/swaig" },
                Functions = [new JsonObject { ["function"] = "lookup" }],
                McpServers = [new JsonObject { ["url"] = "https://mcp.example.com" }],
            },
            Permissions = new SidecarPermissions { AllowSwml = false, AllowSettings = false, SetGlobalData = true },
            GlobalData = new JsonObject { ["plan"] = "gold" },
            Hints = ["refund"],
            Parameters = new SidecarParameters
            {
                IdleTimeoutMs = 200,
                MinIntervalMs = 60_000,
                MaxIterationsPerTick = 20,
                MaxHistoryTokens = 1_000,
                ActOnChannel = false,
                FinalSummary = true,
                AiSummary = true,
                AiSummaryPrompt = OneSentence,
                SummaryModel = AiModel.Gpt41Nano,
                LiveEvents = true,
                VerboseUtterances = true,
                SpeechEngine = LiveSpeechEngine.Google,
                SpeechTimeoutMs = 600_000,
                VadSilenceMs = 0,
                VadThreshold = 10_000,
                DebugLevel = 100,
                Debug = true,
                TranscribePrompt = "Names of medicines.",
            },
            Action = new SidecarAction { Summarize = [] },
        },
        ["calling.ai_sidecar.text.json"] = new StartAiSidecarCommand { Prompt = SidecarPrompt.OfText("Help the agent."), Language = "en-US" },
        ["calling.ai_sidecar.pom.json"] = new StartAiSidecarCommand
        {
            Prompt = SidecarPrompt.OfSections(
                new JsonObject { ["title"] = "Task", ["body"] = "Help the agent." },
                new JsonObject { ["title"] = "Style", ["bullets"] = new JsonArray("Be brief.") }),
            Language = "en-US",
        },
        ["calling.ai_sidecar.file.json"] = new StartAiSidecarCommand { Prompt = SidecarPrompt.OfFile("prompts/help.md"), Language = "en-US" },
        ["calling.ai_sidecar.poke.json"] = new PokeAiSidecarCommand { Text = "Look at the order." },
        ["calling.ai_sidecar.ask.json"] = new AskAiSidecarCommand { Text = "What is the order's number?" },
        ["calling.ai_sidecar.stop.json"] = new StopAiSidecarCommand(),
        ["calling.ai_sidecar.status.json"] = new GetAiSidecarStatusCommand(),
    };
}
