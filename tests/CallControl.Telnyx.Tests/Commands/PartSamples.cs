using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Every case of every union with every field set; what each is on the wire stands in the file of its name.</summary>
internal static class PartSamples
{
    public static IReadOnlyDictionary<string, TelnyxCommandPart> All { get; } = new TelnyxCommandPart[]
    {
        new AwsVoiceSettings(),
        new AzureVoiceSettings
        {
            ApiKeyRef = "the api key ref",
            DeploymentId = "the deployment id",
            Effect = AzureVoiceEffect.Telephone,
            Gender = AzureVoiceGender.Female,
            Region = "the region",
        },
        new ElevenLabsVoiceSettings { ApiKeyRef = "the api key ref" },
        new InworldVoiceSettings { DeliveryMode = InworldDeliveryMode.Creative },
        new MinimaxVoiceSettings { LanguageBoost = "Afrikaans", Pitch = 1, Speed = 0.5, Volume = 0.5 },
        new ResembleVoiceSettings
        {
            Format = ResembleAudioFormat.Wav,
            Precision = ResemblePrecision.Mulaw,
            SampleRateHz = 44100,
        },
        new TelnyxVoiceSettings { VoiceSpeed = 0.5 },
        new XaiVoiceSettings { Language = "the language" },
        new LegacyGoogleTranscriptionConfig
        {
            EnableSpeakerDiarization = true,
            Hints = ["first hints", "second hints"],
            InterimResults = true,
            Language = "zu",
            MaxSpeakerCount = 7,
            MinSpeakerCount = 3,
            Model = "medical_dictation",
            ProfanityFilter = true,
            SpeechContext = [new SpeechContext { Boost = 0.5, Phrases = ["first phrases", "second phrases"] }],
            UseEnhanced = true,
        },
        new AssemblyAiTranscriptionConfig { InterimResults = true, Model = "assemblyai/universal-streaming" },
        new AzureTranscriptionConfig { Region = "westus2", ApiKeyRef = "the api key ref", Language = "auto" },
        new LegacyTelnyxTranscriptionConfig
        {
            Language = "auto_detect",
            Model = "openai/whisper-large-v3-turbo",
        },
        new DeepgramNova2TranscriptionConfig
        {
            Hints = ["first hints", "second hints"],
            InterimResults = true,
            KeywordsBoosting = new Dictionary<string, double>
            {
                ["word"] = 1.5,
            },
            Language = "auto_detect",
            SmartFormat = false,
            UtteranceEndMs = 5000,
        },
        new DeepgramNova3TranscriptionConfig
        {
            Keyterms = ["first keyterms", "second keyterms"],
            InterimResults = true,
            KeywordsBoosting = new Dictionary<string, double>
            {
                ["word"] = 1.5,
            },
            Language = "auto_detect",
            SmartFormat = false,
            UtteranceEndMs = 5000,
        },
        new GoogleTranscriptionConfig
        {
            EnableSpeakerDiarization = true,
            Hints = ["first hints", "second hints"],
            InterimResults = true,
            Language = "zu",
            MaxSpeakerCount = 7,
            MinSpeakerCount = 3,
            Model = "medical_dictation",
            ProfanityFilter = true,
            SpeechContext = [new SpeechContext { Boost = 0.5, Phrases = ["first phrases", "second phrases"] }],
            UseEnhanced = true,
        },
        new ParakeetTranscriptionConfig { InterimResults = true, Model = "nvidia/parakeet-v3" },
        new SonioxTranscriptionConfig
        {
            EnableEndpointDetection = true,
            InterimResults = true,
            Language = "the language",
            MaxEndpointDelayMs = 3000,
            Model = "soniox/stt-rt-v4",
        },
        new SpeechmaticsTranscriptionConfig
        {
            InterimResults = true,
            Language = "cmn_en_ms_ta",
            Model = "speechmatics/standard",
        },
        new TelnyxTranscriptionConfig { Language = "auto_detect", Model = "openai/whisper-large-v3-turbo" },
        new XaiTranscriptionConfig { InterimResults = true, Language = "vi", Model = "xai/grok-stt" },
        new HumainTranscriptionConfig { Language = "auto", Model = "humain/realtime" },
        new Reson8TranscriptionConfig { Language = "sv", Model = "reson8/turns" },
        new UserMessage
        {
            Content = "the content",
            Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
        },
        new ModelMessage
        {
            Content = "the content",
            ToolCalls =
            [
                new AssistantToolCall
                {
                    Id = "the id",
                    Function = new AssistantFunction { Name = "the name" },
                    Kind = "function",
                },
            ],
            Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
        },
        new ToolMessage
        {
            Content = "the content",
            ToolCallId = "the tool call id",
            Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
        },
        new SystemMessage
        {
            Content = "the content",
            Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
        },
        new DeveloperMessage
        {
            Content = "the content",
            Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
        },
        new BookAppointmentTool
        {
            BookAppointment = new BookAppointmentParameters
            {
                ApiKeyRef = "the api key ref",
                EventTypeId = 7,
                AttendeeName = "the attendee name",
                AttendeeTimezone = "the attendee timezone",
            },
        },
        new CheckAvailabilityTool
        {
            CheckAvailability = new CheckAvailabilityParameters { ApiKeyRef = "the api key ref", EventTypeId = 7 },
        },
        new WebhookTool
        {
            Webhook = new WebhookToolParameters
            {
                Name = "the name",
                Description = "the description",
                Url = "https://files.example.com/url",
                Method = ToolHttpMethod.Patch,
                Headers = [new ToolHeader { Name = "the name", Value = "the value" }],
                BodyParameters = new ToolParameters
                {
                    Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                    Required = ["first required", "second required"],
                    Kind = "object",
                },
                PathParameters = new ToolParameters
                {
                    Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                    Required = ["first required", "second required"],
                    Kind = "object",
                },
                QueryParameters = new ToolParameters
                {
                    Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                    Required = ["first required", "second required"],
                    Kind = "object",
                },
            },
        },
        new HangupTool { Hangup = new HangupParameters { Description = "the description" } },
        new TransferTool
        {
            Transfer = new TransferToolParameters
            {
                From = "+15550100",
                Targets = TransferTargets.Of(new TransferTarget { To = "+15550100", Name = "the name" }),
            },
        },
        new RetrievalTool
        {
            Retrieval = new RetrievalParameters
            {
                BucketIds = ["first bucket_ids", "second bucket_ids"],
                MaxNumResults = 7,
            },
        },
    }.ToDictionary(part => part.GetType().Name);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
