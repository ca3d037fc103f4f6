using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

internal static class CallSamples
{
    private static readonly Uri Script = new("https://app.example.com/swml");
    private static readonly Uri Fallback = new("https://app.example.com/fallback");

    public static IReadOnlyDictionary<string, SignalWireCommand> All { get; } = new Dictionary<string, SignalWireCommand>
    {
        ["dial.json"] = new DialCommand
        {
            From = "+15550100",
            To = "sip:bob@pbx.example.com",
            Username = "bob",
            Password = "secret",
            CallerId = "+15550101",
            Url = new Uri("https://app.example.com/swml?a=1#ot=1000"),
            UrlMethod = CallbackMethod.Get,
            FallbackUrl = Fallback,
            StatusUrl = CommandSamples.Status,
            StatusEvents = [DialStatusEvent.Created, DialStatusEvent.Ringing, DialStatusEvent.Answered, DialStatusEvent.Ended],
            Codecs = DialCodecs.Of(DialCodec.Opus48KHz, DialCodec.Pcmu, DialCodec.H264),
            TimeoutSeconds = 30,
            MaxPricePerMinute = 0.05m,
            SendDigits = "w12#*A,",
            Region = "us",
            CustomVariables = new Dictionary<string, string> { ["customer_id"] = "42", ["_name"] = "Zoë" },
        },
        ["dial.swml.json"] = new DialCommand
        {
            From = "+15550100",
            ToScript = CommandSamples.Document,
            Swml = CommandSamples.Document,
            Codecs = "PCMU,PCMA",
            Region = DialRegions.Of("us", "eu"),
        },
        ["dial.script-address.json"] = new DialCommand
        {
            From = "+15550100",
            To = "+15550102",
            ToScript = "https://app.example.com/to",
            Swml = CommandSamples.Document,
        },
        ["update.json"] = new UpdateCommand { Status = CallUpdateStatus.Completed, Url = Script, FallbackUrl = Fallback, StatusUrl = CommandSamples.Status },
        ["update.swml.json"] = new UpdateCommand { Swml = CommandSamples.Document },
        ["update.status.json"] = new UpdateCommand { Status = CallUpdateStatus.Canceled },
        ["calling.end.json"] = new EndCommand { Reason = EndCommandReason.NoAnswer },
        ["calling.disconnect.json"] = new DisconnectCommand(),
        ["calling.transfer.json"] = new TransferCommand { Dest = CommandSamples.Document },
        ["calling.transfer.address.json"] = new TransferCommand { Dest = "https://app.example.com/swml" },
        ["calling.refer.json"] = new ReferCommand
        {
            Device = new SipReferDevice { To = "sip:bob@pbx.example.com", From = "sips:alice@pbx.example.com", Username = "alice", Password = "secret" },
            StatusUrl = CommandSamples.Status,
        },
        ["calling.user_event.json"] = new SendUserEventCommand { Event = new JsonObject { ["topic"] = "greeting", ["numbers"] = new JsonArray(1, 2) } },
        ["calling.send_fax.stop.json"] = new StopSendFaxCommand { ControlId = CommandSamples.Operation },
        ["calling.receive_fax.stop.json"] = new StopReceiveFaxCommand { ControlId = CommandSamples.Operation },
    };
}
