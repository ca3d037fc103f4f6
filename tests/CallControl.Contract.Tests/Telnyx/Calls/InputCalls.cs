using CallControl.Telnyx;
using static CallControl.Contract.Tests.Telnyx.TelnyxRun;
using static CallControl.Contract.Tests.Telnyx.TelnyxSamples;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>What the caller presses, and what is pressed for the caller.</summary>
/// <remarks>A long file where a command has many fields: each is set once.</remarks>
internal static class InputCalls
{
    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
    [
        Command("gather", "success", (c, s, t) => c.GatherAsync(
            s.Call,
            new GatherCommand
            {
                InterDigitTimeoutMs = 4000,
                MaximumDigits = 6,
                MinimumDigits = 4,
                TerminatingDigit = "*",
                TimeoutMs = 45_000,
                ValidDigits = "0123456789",
                GatherId = "pin-1",
                InitialTimeoutMs = 7000,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("gather", "minimal", (c, s, t) => c.GatherAsync(s.Call, new GatherCommand(), t)),
        Command("gather_using_audio", "success", (c, s, t) => c.GatherUsingAudioAsync(
            s.Call,
            new GatherUsingAudioCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                InterDigitTimeoutMs = 4000,
                MaximumDigits = 6,
                MinimumDigits = 4,
                TerminatingDigit = "*",
                TimeoutMs = 45_000,
                ValidDigits = "0123456789",
                AudioUrl = new Uri("https://cdn.example.com/enter-pin.wav"),
                InvalidAudioUrl = new Uri("https://cdn.example.com/invalid-pin.wav"),
                MaximumTries = 2,
            },
            t)),
        Command(
            "gather_using_audio",
            "minimal",
            (c, s, t) => c.GatherUsingAudioAsync(s.Call, new GatherUsingAudioCommand { AudioUrl = new Uri("https://cdn.example.com/enter-pin.wav") }, t)),
        Command(
            "gather_using_audio",
            "media-library",
            (c, s, t) => c.GatherUsingAudioAsync(s.Call, new GatherUsingAudioCommand { MediaName = "enter-pin-library", InvalidMediaName = "invalid-pin-library" }, t)),
        Command("gather_using_speak", "success", (c, s, t) => c.GatherUsingSpeakAsync(
            s.Call,
            new GatherUsingSpeakCommand
            {
                InterDigitTimeoutMs = 4000,
                MaximumDigits = 6,
                MinimumDigits = 4,
                TerminatingDigit = "*",
                TimeoutMs = 45_000,
                ValidDigits = "0123456789",
                InvalidPayload = "That was not a PIN.",
                Language = "en-GB",
                MaximumTries = 2,
                Payload = "<speak>Your PIN, please.</speak>",
                PayloadType = SpeechPayloadType.Ssml,
                ServiceLevel = SpeechServiceLevel.Premium,
                Voice = "Minimax.speech-02-turbo.wise-woman",
                VoiceSettings = MinimaxVoice,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command(
            "gather_using_speak",
            "minimal",
            (c, s, t) => c.GatherUsingSpeakAsync(s.Call, new GatherUsingSpeakCommand { Payload = "Your PIN, please.", Voice = "female" }, t)),
        Command("gather_using_ai", "success", (c, s, t) => c.GatherUsingAiAsync(
            s.Call,
            new GatherUsingAiCommand
            {
                Assistant = new GatherAssistant
                {
                    Instructions = "Be brief.",
                    Model = "Qwen/Qwen3-235B-A22B",
                    OpenaiApiKeyRef = "openai-key",
                    Tools = Tools,
                },
                GatherEndedSpeech = "Thank you.",
                Greeting = "May I ask two questions?",
                InterruptionSettings = new InterruptionSettings { Enable = false },
                Language = "de",
                MessageHistory =
                [
                    new ConversationTurn { Role = ConversationRole.Assistant, Content = "Good day." },
                    new ConversationTurn { Role = ConversationRole.User, Content = "Hello." },
                ],
                Parameters = Json("""{"type": "object", "properties": {"age": {"type": "integer", "description": "Age in years."}, "city": {"type": "string"}}, "required": ["age"]}"""),
                SendMessageHistoryUpdates = true,
                SendPartialResults = true,
                Transcription = new AssistantTranscription { Language = "de", Model = "deepgram/nova-3" },
                UserResponseTimeoutMs = 15_000,
                Voice = "Azure.en-US-AvaNeural",
                VoiceSettings = AzureVoice,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("gather_using_ai", "minimal", (c, s, t) => c.GatherUsingAiAsync(
            s.Call,
            new GatherUsingAiCommand
            {
                Parameters = Json("""{"type": "object", "properties": {"age": {"type": "integer", "description": "Age in years."}, "city": {"type": "string"}}, "required": ["age"]}"""),
            },
            t)),
        Command(
            "gather_stop",
            "success",
            (c, s, t) => c.StopGatherAsync(s.Call, new StopGatherCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("gather_stop", "minimal", (c, s, t) => c.StopGatherAsync(s.Call, new StopGatherCommand(), t)),
        Command(
            "send_dtmf",
            "success",
            (c, s, t) => c.SendDtmfAsync(s.Call, new SendDtmfCommand { Digits = "1w2WA#*", DurationMs = 300, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("send_dtmf", "minimal", (c, s, t) => c.SendDtmfAsync(s.Call, new SendDtmfCommand { Digits = "1" }, t)),
        Command("send_sip_info", "success", (c, s, t) => c.SendSipInfoAsync(
            s.Call,
            new SendSipInfoCommand
            {
                Body = """{"volume":3}""",
                ContentType = "application/json",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command(
            "send_sip_info",
            "minimal",
            (c, s, t) => c.SendSipInfoAsync(s.Call, new SendSipInfoCommand { Body = "Signal=5", ContentType = "application/dtmf-relay" }, t)),
        Command("pay", "success", (c, s, t) => c.PayAsync(
            s.Call,
            new PayCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Amount = 12.5m,
                ConnectorName = "shop",
                Currency = "USD",
                Description = "Order 4711",
                InterDigitTimeoutMs = 4000,
                Language = "en-US",
                MaxAttempts = 2,
                Metadata = Json("""{"order": "4711", "gift": true}"""),
                Parameters = Json("""{"terminal": "7"}"""),
                PaymentMethod = PayMethod.CreditCard,
                ServiceLevel = SpeechServiceLevel.Premium,
                TimeoutMs = 20_000,
                TransactionType = PayTransactionType.Charge,
                Voice = "Telnyx.KokoroTTS.bf",
                Prompts = new PayPrompts
                {
                    BankAccountNumber = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    BankRoutingNumber = "Your bank routing number, please.",
                    ExpirationDate = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    PaymentCardNumber = "Your payment card number, please.",
                    PostalCode = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    SecurityCode = "Your security code, please.",
                },
                ValidCardTypes = [PayCardType.Visa, PayCardType.Mastercard, PayCardType.DinersClub],
            },
            t)),
        Command("pay", "minimal", (c, s, t) => c.PayAsync(s.Call, new PayCommand(), t)),
        Command("pay", "prompts-text", (c, s, t) => c.PayAsync(
            s.Call,
            new PayCommand
            {
                Prompts = new PayPrompts
                {
                    BankAccountNumber = "Your bank account number, please.",
                    BankRoutingNumber = "Your bank routing number, please.",
                    ExpirationDate = "Your expiration date, please.",
                    PaymentCardNumber = "Your payment card number, please.",
                    PostalCode = "Your postal code, please.",
                    SecurityCode = "Your security code, please.",
                },
            },
            t)),
        Command("pay", "prompts-list", (c, s, t) => c.PayAsync(
            s.Call,
            new PayCommand
            {
                Prompts = new PayPrompts
                {
                    BankAccountNumber = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    BankRoutingNumber = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    ExpirationDate = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    PaymentCardNumber = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    PostalCode = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                    SecurityCode = PayPrompt.Of(new PayPromptText
                        {
                            Text = "Enter it again, please.",
                            Attempt = "2 3",
                            CardType = PayCardType.Amex,
                            ErrorType = PayPromptError.Timeout,
                        }, new PayPromptText { Text = "Enter it, please." }),
                },
            },
            t)),
        Command(
            "pay",
            "token",
            (c, s, t) => c.PayAsync(s.Call, new PayCommand { Amount = 3.75m, PaymentToken = "fictional-payment-token", TransactionType = PayTransactionType.Charge }, t)),
        Command(
            "pay",
            "bank-account",
            (c, s, t) => c.PayAsync(s.Call, new PayCommand { PaymentMethod = PayMethod.AchDebit, TransactionType = PayTransactionType.Tokenize }, t)),
    ];
}
