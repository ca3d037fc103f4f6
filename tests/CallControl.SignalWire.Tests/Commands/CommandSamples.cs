using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>The command of every fixture, by the fixture's file name.</summary>
internal static class CommandSamples
{
    public static readonly OperationId Operation = new("0b1f2f7e-44a5-4b0c-8f0a-3f6d5c0c9d11");

    public static Uri Status { get; } = new("https://app.example.com/status");

    public static SwmlDocument Document { get; } = SwmlDocument.FromJson(
        JsonNode.Parse("""{"version": "1.0.0", "sections": {"main": [{"answer": {}}, {"sleep": -1}]}}""")!.AsObject());

    // Last: the others are needed for it.
    public static IReadOnlyDictionary<string, SignalWireCommand> All { get; } = CallSamples.All.Concat(MediaSamples.All).Concat(AiSamples.All).ToDictionary();

    /// <summary>By the method of the client that is for it.</summary>
    public static Task<SignalWireCallLeg> SendAsync(ISignalWireCallingClient client, CallId call, SignalWireCommand command, CancellationToken token) => command switch
    {
        DialCommand dial => client.DialAsync(dial, token),
        UpdateCommand update => client.UpdateAsync(call, update, token),
        EndCommand end => client.EndAsync(call, end, token),
        DisconnectCommand disconnect => client.DisconnectAsync(call, disconnect, token),
        TransferCommand transfer => client.TransferAsync(call, transfer, token),
        ReferCommand refer => client.ReferAsync(call, refer, token),
        SendUserEventCommand send => client.SendUserEventAsync(call, send, token),
        PlayCommand play => client.PlayAsync(call, play, token),
        PausePlayCommand pause => client.PausePlayAsync(call, pause, token),
        ResumePlayCommand resume => client.ResumePlayAsync(call, resume, token),
        StopPlayCommand stop => client.StopPlayAsync(call, stop, token),
        SetPlayVolumeCommand volume => client.SetPlayVolumeAsync(call, volume, token),
        RecordCommand record => client.RecordAsync(call, record, token),
        PauseRecordCommand pause => client.PauseRecordAsync(call, pause, token),
        ResumeRecordCommand resume => client.ResumeRecordAsync(call, resume, token),
        StopRecordCommand stop => client.StopRecordAsync(call, stop, token),
        CollectCommand collect => client.CollectAsync(call, collect, token),
        StopCollectCommand stop => client.StopCollectAsync(call, stop, token),
        StartCollectInputTimersCommand start => client.StartCollectInputTimersAsync(call, start, token),
        DetectCommand detect => client.DetectAsync(call, detect, token),
        StopDetectCommand stop => client.StopDetectAsync(call, stop, token),
        TapCommand tap => client.TapAsync(call, tap, token),
        StopTapCommand stop => client.StopTapAsync(call, stop, token),
        StreamCommand stream => client.StreamAsync(call, stream, token),
        StopStreamCommand stop => client.StopStreamAsync(call, stop, token),
        TranscribeCommand transcribe => client.TranscribeAsync(call, transcribe, token),
        StopTranscribeCommand stop => client.StopTranscribeAsync(call, stop, token),
        DenoiseCommand denoise => client.DenoiseAsync(call, denoise, token),
        StopDenoiseCommand stop => client.StopDenoiseAsync(call, stop, token),
        LiveTranscribeCommand live => client.LiveTranscribeAsync(call, live, token),
        LiveTranslateCommand live => client.LiveTranslateAsync(call, live, token),
        HoldAiCommand hold => client.HoldAiAsync(call, hold, token),
        UnholdAiCommand unhold => client.UnholdAiAsync(call, unhold, token),
        SendAiMessageCommand send => client.SendAiMessageAsync(call, send, token),
        StopAiCommand stop => client.StopAiAsync(call, stop, token),
        StartAiSidecarCommand start => client.StartAiSidecarAsync(call, start, token),
        PokeAiSidecarCommand poke => client.PokeAiSidecarAsync(call, poke, token),
        AskAiSidecarCommand ask => client.AskAiSidecarAsync(call, ask, token),
        StopAiSidecarCommand stop => client.StopAiSidecarAsync(call, stop, token),
        GetAiSidecarStatusCommand status => client.GetAiSidecarStatusAsync(call, status, token),
        StopSendFaxCommand stop => client.StopSendFaxAsync(call, stop, token),
        StopReceiveFaxCommand stop => client.StopReceiveFaxAsync(call, stop, token),
        _ => throw new ArgumentException($"{command} has no method.", nameof(command)),
    };
}
