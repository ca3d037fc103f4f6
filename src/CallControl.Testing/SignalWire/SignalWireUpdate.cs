using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>update</c>. Unverified: that <c>completed</c> on a call that is not answered is <c>invalid_state</c>, and that a
/// <c>status_url</c> replaces the one of <c>dial</c> and is told all states.
/// </summary>
internal static class SignalWireUpdate
{
    public static EmulatorResponse? Execute(SignalWireLeg leg, RequestBody body)
    {
        if (!leg.IsAlive)
            return Refuse(SignalWireErrors.CannotUpdateCompleted, "The call is over.");
        var status = body.Text("status");
        if (status is "canceled" && leg.IsAnswered)
            return Refuse(SignalWireErrors.CannotCancel, "The call has been answered: it can be completed only.");
        if ((body.Has("url") || body.Has("swml")) && !leg.IsAnswered && status is null)
            return Refuse(SignalWireErrors.CannotRedirect, "Only a call that is answered takes another document.");
        if (status is "completed" && !leg.IsAnswered)
            return SignalWireCommands.WrongState("The call is not in progress.");

        if (body.Text("status_url") is { } url)
        {
            var target = new Uri(url);
            leg.StateUrls.Clear();
            leg.StateUrls.Add(new LegStateUrl(() => target, Events: null));
        }

        if (status is not null)
            leg.End(SignalWireEnd.ByApplication(leg.IsInbound, status is "canceled" ? "cancel" : "hangup"));
        else
            SignalWireDialer.BeginScript(leg, body);
        return null;
    }

    private static EmulatorResponse Refuse(string code, string message) => new SignalWireError(code, message).ToResponse();
}
