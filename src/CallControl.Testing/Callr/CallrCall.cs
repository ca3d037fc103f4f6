using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A call that the application controls: one POST, one reply, one command, and again until the call is over. All but
/// <see cref="ICalleeSide"/> is called under the account's lock.
/// </summary>
/// <remarks>
/// Unverified: that the first command but <c>hangup</c> answers an incoming call; that a call which ends while a reply is awaited is told
/// once that reply is there, with the command that it names and no result; that after bad replies in a row the call is given up.
/// </remarks>
internal sealed class CallrCall : CallrLine
{
    private const int MaxBadReplies = 3;
    private const int MaxFaultyReplies = 25;

    private readonly string _emptyVariables;
    private bool _isAsking;
    private bool _isToldOver;
    private string? _end;
    private int _badReplies;
    private int _faultyReplies;

    public CallrCall(CallrContext context, CallrApp app, string from, string to, string? requestHash = null, string cdrField = "")
        : base(context, from, to)
    {
        App = app;
        RequestHash = requestHash;
        CdrField = cdrField;
        _emptyVariables = context.Options.EmptyVariablesAsList ? "[]" : "{}";
        Command = new CallrCommandEcho("", "0", _emptyVariables);
    }

    public CallrApp App { get; }

    /// <summary>What <c>calls.realtime</c> returned; null for an incoming call.</summary>
    public string? RequestHash { get; }

    public string CdrField { get; }

    /// <summary>What the next POST reports on.</summary>
    public CallrCommandEcho Command { get; private set; }

    /// <summary>The command under way; null while a reply is awaited.</summary>
    public CallrCommand? Running { get; private set; }

    /// <summary>Whom <c>dialout</c> connected.</summary>
    public CallrDialledLine? Partner { get; set; }

    /// <summary>The conference room it is in.</summary>
    public CallrRoom? Room { get; set; }

    /// <summary>The hash of the recording of the whole call; null when there is none.</summary>
    public string? RecordingHash { get; set; }

    protected override IReadOnlyList<CallrLine> Hearers => Partner is { } partner ? [partner] : Room?.HearersOf(this) ?? [];

    /// <summary>An incoming call arrives.</summary>
    public void Arrive() => Post(CallrPost.Incoming, CallrResult.None);

    /// <summary>The command under way has ended by itself.</summary>
    public void Complete(CallrCommand command, CallrResult result)
    {
        if (Running != command)
            return;
        Running = null;
        Post(CallrPost.Up, result);
    }

    /// <summary>Ends the command under way, without a result; false when there is none.</summary>
    public bool Break()
    {
        if (Running is not { } running)
            return false;
        Running = null;
        running.Interrupt();
        Post(CallrPost.Up, CallrResult.None);
        return true;
    }

    /// <summary>What is wrong with the command under way, but does not end it.</summary>
    public void Report(string message) => Context.Report(this, Command.Name, message);

    protected override void OnAnsweredByCallee() => Post(CallrPost.Up, CallrResult.None);

    protected override void OnKey(char key) => Running?.Press(key);

    protected override void OnTalk() => Running?.Talk();

    protected override void OnEnded(string status)
    {
        var result = CallrResult.None;
        if (Running is { } running)
        {
            if (Context.Options.InterruptedResults is CallrEmulatorInterruption.KnownResult)
                result = running.ResultSoFar;
            Running = null;
            running.Interrupt();
        }

        _end = status;
        if (!_isAsking)
            TellEnd(result);
    }

    private void TellEnd(CallrResult result)
    {
        if (_isToldOver)
            return;
        _isToldOver = true;
        Post(_end!, result);
    }

    private void Post(string status, CallrResult result)
    {
        if (Context.IsMuted)
            return;
        if (App.Url is not { } url)
        {
            if (_end is null)
            {
                Context.Report(this, command: null, "No address of the app is set.");
                _isToldOver = true;
                End(CallrPost.HangUp);
            }

            return;
        }

        _isAsking = true;
        var post = new RaisedWebhook(status, SessionId, CallrPost.Render(this, status, result), () => url)
        {
            Credentials = App.Credentials,
        };
        Context.Post(this, post, url, isLast: _end is not null, Take);
    }

    private void Take(WebhookAnswer answer)
    {
        _isAsking = false;
        if (Context.IsMuted)
            return;
        if (_isToldOver)
        {
            if (answer.Status != 200)
                Context.Report(this, command: null, "The end of the call was not answered with 200.");
            return;
        }

        var reply = CallrReply.Read(answer);
        if (_end is not null)
        {
            if (reply.Failure is null)
                Adopt(reply);
            TellEnd(CallrResult.None);
        }
        else if (reply.Failure is { } failure)
        {
            TakeBad(reply, failure);
        }
        else
        {
            TakeCommand(reply);
        }
    }

    private void TakeBad(CallrReply reply, string failure)
    {
        Context.Report(this, reply.Command, failure);
        if (Context.Options.OnBadReply is CallrEmulatorBadReply.HangUp || ++_badReplies >= MaxBadReplies)
        {
            End(CallrPost.HangUp);
            return;
        }

        if (reply.Command is not null)
            Adopt(reply);
        Post(IsAnswered ? CallrPost.Up : CallrPost.Incoming, CallrResult.Failed("INVALID_RESPONSE"));
    }

    private void TakeCommand(CallrReply reply)
    {
        _badReplies = 0;
        Adopt(reply);
        if (reply.Command is not CallrCommands.HangUp)
            BecomeAnswered();
        if (reply.Problems.Count > 0)
        {
            foreach (var problem in reply.Problems)
                Context.Report(this, reply.Command, $"{problem.Error}: {problem.Detail}");
            if (++_faultyReplies >= MaxFaultyReplies)
                End(CallrPost.HangUp);
            else
                Post(IsAnswered ? CallrPost.Up : CallrPost.Incoming, CallrResult.Failed(reply.Problems[0].Error));
            return;
        }

        _faultyReplies = 0;
        Running = CallrCommands.Create(this, reply.Command!, reply.Parameters!);
        Running.Start();
    }

    private void Adopt(CallrReply reply)
    {
        var variables = reply.Variables ?? Command.Variables;
        Command = new CallrCommandEcho(reply.Command!, reply.CommandId ?? "0", variables is "{}" ? _emptyVariables : variables);
    }
}
