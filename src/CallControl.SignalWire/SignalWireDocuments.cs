namespace CallControl.SignalWire;

/// <summary>The documents that the adapter has the vendor run.</summary>
internal static class SignalWireDocuments
{
    private const string ConnectResult = "connect_result";
    private const string Connected = "connected";
    private const string ConferenceResult = "join_conference_result";
    private const string Completed = "completed";

    /// <summary>Does nothing, for as long as the call lasts: commands drive it meanwhile.</summary>
    /// <remarks>A call whose document ends is hung up.</remarks>
    public static SwmlDocument KeepAlive { get; } = new(SwmlSleep.Forever);

    /// <summary>Given to a call that nobody has decided about in time: the caller hears that the line is busy.</summary>
    public static SwmlDocument Fallback { get; } = HangUp(new SwmlHangup(SwmlHangupReason.Busy));

    /// <summary>Answers, and has the vendor tell so by fetching the next document.</summary>
    public static SwmlDocument Answer(SwmlAnswer answer, SignalWireAddresses addresses) =>
        new(answer, new SwmlTransfer(addresses.Answered));

    public static SwmlDocument HangUp(SwmlHangup step) => new(step);

    /// <summary>Joins the call with a new leg. Without success the call goes on; when the new leg leaves, it is over.</summary>
    public static SwmlDocument Connect(SwmlConnect connect) =>
        new(connect, new SwmlSwitch(ConnectResult) { Default = [SwmlSleep.Forever] }.WithCase(Connected, new SwmlHangup()));

    /// <summary>Whether it is a document of <see cref="Connect"/>.</summary>
    public static bool IsConnect(SwmlDocument document) => document.Main is [SwmlConnect, ..];

    /// <summary>Puts the call into a conference, until one of its two parties leaves.</summary>
    /// <param name="join">The conference.</param>
    /// <param name="isKept">Whether the call goes on afterwards; it does in any case where it could not join.</param>
    public static SwmlDocument Conference(SwmlJoinConference join, bool isKept) =>
        isKept
        ? new(join, SwmlSleep.Forever)
        : new(join, new SwmlSwitch(ConferenceResult) { Default = [SwmlSleep.Forever] }.WithCase(Completed, new SwmlHangup()));

    /// <summary>For a call that we place: finds out who answers, if wanted, and then waits.</summary>
    public static SwmlDocument Dialled(SwmlDetectMachine? detection) =>
        detection is null ? KeepAlive : new(detection, SwmlSleep.Forever);
}
