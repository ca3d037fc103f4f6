using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// Carries out the documents of one leg, from one to the next. Called under the project's lock. What the emulator cannot carry out ends
/// the call with an error and is kept for the test to see; the vendor's own behaviour is milder in places.
/// </summary>
/// <remarks>Unverified: that a leg is hung up at the end of its document, and that <c>return</c> in the first one does the same.</remarks>
internal sealed class SwmlRun(SignalWireLeg leg)
{
    /// <summary>The vendor's limit of transfers and jumps on one call.</summary>
    private const int MaxTransfers = 32;

    /// <summary>A document that does so much without waiting will never wait.</summary>
    private const int MaxStepsAtOnce = 10_000;

    private readonly Stack<SwmlFrame> _frames = new();
    private readonly Dictionary<string, int> _jumps = new(StringComparer.Ordinal);
    private Action? _onStop;
    private int _step;
    private bool _isReady;
    private bool _isLooping;
    private bool _isOver;

    public SignalWireLeg Leg => leg;

    public SwmlValues Values => new(leg, Parameters);

    private JsonObject Parameters => _frames.TryPeek(out var frame) ? frame.Parameters : [];

    public void Start(SwmlDocument document, JsonObject? parameters = null)
    {
        if (_isOver)
            return;
        _frames.Clear();
        _frames.Push(new SwmlFrame(document, document.Main, parameters ?? [], IsSection: true));
        Next();
    }

    /// <summary>Fetches a document and starts it instead of what runs.</summary>
    public void StartFrom(IReadOnlyList<Uri> addresses, bool isGet = false, JsonObject? parameters = null)
    {
        var go = Continuation();
        SwmlFetch.Begin(leg, addresses, isGet, parameters ?? [], (document, problem) => go(() =>
        {
            if (document is null)
                Fail(method: null, problem);
            else
                Start(document, parameters);
        }));
    }

    /// <summary>Gives up: what runs at the moment is undone.</summary>
    public void Stop()
    {
        if (_isOver)
            return;
        _isOver = true;
        Undo();
    }

    /// <summary>Ends the call because of what its document says.</summary>
    public void Fail(string? method, string message)
    {
        leg.Context.Report(leg, method, message);
        leg.End(SignalWireEnd.Error);
    }

    /// <summary>Goes on with the next step.</summary>
    public void Next()
    {
        if (_isOver)
            return;
        _isReady = true;
        if (_isLooping)
            return;
        _isLooping = true;
        for (var steps = 0; _isReady && !_isOver; steps++)
        {
            _isReady = false;
            _step++;
            _onStop = null;
            if (steps > MaxStepsAtOnce)
                Fail(method: null, "The document does ten thousand steps without waiting.");
            else
                leg.Guard(method: null, Step);
        }

        _isLooping = false;
    }

    /// <summary>Waits for something; undone by the action when the document is stopped meanwhile. What is returned goes on, once.</summary>
    public Action<Action> Wait(Action? undo = null)
    {
        _onStop = undo;
        return Continuation();
    }

    public void Set(string name, JsonNode? value) => leg.Variables[name] = value;

    /// <summary>Does steps that stand inside of another one, then goes on behind it.</summary>
    public void Enter(JsonElement steps)
    {
        PushInside(_frames.Peek(), steps);
        Next();
    }

    /// <summary>Hands over to a section, an address, or a document as text; comes back only if it is told to.</summary>
    public void Go(string method, string destination, JsonObject parameters, SwmlReturn? comesBack = null)
    {
        if (comesBack is null && !Count(method))
            return;
        var document = _frames.Peek().Document;
        if (document.Find(destination) is { } section)
        {
            Push(document, section, parameters, comesBack);
        }
        else if (Uri.TryCreate(destination, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https"))
        {
            var go = Wait();
            SwmlFetch.Begin(leg, [url], isGet: false, parameters, (fetched, problem) => go(() =>
            {
                if (fetched is null)
                    Fail(method, problem);
                else
                    Push(fetched, fetched.Main, parameters, comesBack);
            }));
        }
        else if (destination.TrimStart().StartsWith('{') && SwmlDocument.Parse(destination, out _) is { } inline)
        {
            Push(inline, inline.Main, parameters, comesBack);
        }
        else
        {
            Fail(method, "The destination is no section, no address and no document.");
        }
    }

    /// <summary>Jumps to a label of the section; null when there is none, false when it was not jumped to.</summary>
    public bool? Jump(string label, int max)
    {
        while (!_frames.Peek().IsSection)
            _frames.Pop();
        var frame = _frames.Peek();
        var index = frame.Steps.ToList().FindIndex(step => SwmlStep.LabelOf(step) == label);
        if (index < 0)
            return null;
        var jumps = _jumps[label] = _jumps.GetValueOrDefault(label) + 1;
        if (jumps > max)
            return false;
        frame.Index = index;
        return Count("goto");
    }

    /// <summary>Leaves the section that runs; the call ends where nothing waits for its return.</summary>
    public void Return()
    {
        while (_frames.Count > 0 && !_frames.Peek().IsSection)
            _frames.Pop();
        if (_frames.TryPop(out var frame))
            ComeBack(frame);
        Next();
    }

    /// <summary>What happens now unless this run has been stopped or has gone on meanwhile.</summary>
    private Action<Action> Continuation()
    {
        var step = _step;
        return action =>
        {
            if (_isOver || step != _step)
                return;
            _onStop = null;
            _step++;
            leg.Guard(method: null, action);
        };
    }

    private void Undo()
    {
        var undo = _onStop;
        _onStop = null;
        undo?.Invoke();
    }

    /// <summary>Counts a transfer or a jump of the call; false, with the call ended, when it was one too many.</summary>
    private bool Count(string method)
    {
        if (++leg.Transfers <= MaxTransfers)
            return true;
        Fail(method, "A call makes at most 32 transfers and jumps.");
        return false;
    }

    private void PushInside(SwmlFrame frame, JsonElement steps) =>
        _frames.Push(new SwmlFrame(frame.Document, [.. steps.EnumerateArray()], frame.Parameters, IsSection: false));

    /// <summary>Lays what follows a section on top of the one that executed it.</summary>
    private void ComeBack(SwmlFrame section)
    {
        if (section.ComesBack is not { } next || !_frames.TryPeek(out var caller))
            return;
        if (next.Branches is { } result)
        {
            JsonElement[] branch = [SwmlStep.BranchOf(result, "return_value")];
            _frames.Push(new SwmlFrame(caller.Document, branch, caller.Parameters, IsSection: false));
        }

        if (next.Steps is { } steps)
            PushInside(caller, steps);
    }

    private void Push(SwmlDocument document, IReadOnlyList<JsonElement> steps, JsonObject parameters, SwmlReturn? comesBack)
    {
        if (comesBack is null)
            _frames.Clear();
        _jumps.Clear();
        _frames.Push(new SwmlFrame(document, steps, parameters, IsSection: true) { ComesBack = comesBack });
        Next();
    }

    private void Step()
    {
        while (_frames.TryPeek(out var ended) && ended.Index >= ended.Steps.Count)
        {
            _frames.Pop();
            ComeBack(ended);
        }

        if (_frames.Count == 0)
        {
            leg.End(SignalWireEnd.ByApplication(leg.IsInbound, "hangup"));
            return;
        }

        var frame = _frames.Peek();
        var step = frame.Steps[frame.Index++];
        if (SwmlStep.NameOf(step) is not { } name)
            Fail(method: null, string.Create(CultureInfo.InvariantCulture, $"Step {frame.Index} is not one method."));
        else if (SwmlMethods.Find(name) is not { } method)
            Fail(name, "The emulator does not know the method.");
        else
            Do(name, method, step);
    }

    private void Do(string name, SwmlMethod method, JsonElement step)
    {
        var parameters = SwmlStep.ParametersOf(step, name, method);
        if ((SwmlSchema.Check(name, parameters) ?? SwmlSchema.CheckValues(name, parameters, Values)) is { } problem)
            Fail(name, problem);
        else
            leg.Guard(name, () => method.Execute(this, new SwmlArguments(parameters, Values)));
    }
}
