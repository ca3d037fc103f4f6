using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A collection of payment data, played without keys: every step succeeds after a while, then the script's result comes. Unverified:
/// the order of the steps, that each is reported once it is done, how data is masked, and that an ended call cancels the payment.
/// </summary>
internal sealed class LegPayment(TelnyxLeg leg)
{
    /// <summary>What each step collects, masked as it is reported.</summary>
    private static readonly Dictionary<string, (string Name, string Value)[]> Samples = new(StringComparer.Ordinal)
    {
        ["payment-card-number"] = [("payment_card_number", "xxxxxxxxxxxx4242"), ("payment_card_type", "visa")],
        ["expiration-date"] = [("expiration_date", "1230")],
        ["postal-code"] = [("payment_card_postal_code", "60601")],
        ["security-code"] = [("security_code", "xxx")],
        ["bank-routing-number"] = [("bank_routing_number", "xxxxx0021")],
        ["bank-account-number"] = [("bank_account_number", "xxxxx6789")],
    };

    private Run? _current;

    public bool IsRunning => _current is not null;

    public void Start(RequestBody body)
    {
        string[] steps = body.Has("payment_token") ? []
            : body.Text("payment_method", "credit-card") is "ach-debit" ? ["bank-routing-number", "bank-account-number"]
            : ["payment-card-number", "expiration-date", "postal-code", "security-code"];
        var run = new Run(body, new Queue<string>([.. steps, "payment-processing"]));
        _current = run;
        leg.Recordings.Pause(id: null);
        Next(run);
    }

    public void EndWithCall()
    {
        if (_current is { } run)
            Finish(run, "cancelled");
    }

    private void Next(Run run)
    {
        if (run.Steps.TryDequeue(out var step))
            run.Timer = leg.After(leg.Options.ServiceTime, () => Report(run, step)) ?? run.Timer;
        else
            Finish(run, leg.Context.Script.PaymentResult);
    }

    private void Report(Run run, string step)
    {
        var payload = Payload(run);
        payload["attempt"] = 1;
        payload["payment_status"] = step is "payment-processing" ? "processing" : "completed";
        payload["payment_step"] = step;
        run.Collect(step);
        run.Tell(payload);
        leg.Raise(TelnyxEvents.PaymentProgress, payload);
        Next(run);
    }

    private void Finish(Run run, string result)
    {
        _current = null;
        run.Timer?.Cancel();
        leg.Recordings.Resume(id: null);
        var payload = Payload(run);
        run.Tell(payload);
        payload["result"] = result;
        if (result is "success")
        {
            var charges = run.Body.Text("transaction_type") is "charge"
                || (run.Body.Text("transaction_type") is null && run.Body.Element("amount")?.GetDecimal() > 0);
            payload[charges ? "charge_id" : "token_id"] = leg.Context.Ids.NewText(24);
            if (charges)
                payload["payment_confirmation_code"] = leg.Context.Ids.NewText(8);
        }

        leg.Raise(TelnyxEvents.PaymentCompleted, payload);
    }

    private static JsonObject Payload(Run run)
    {
        var payload = new JsonObject { ["payment_method"] = run.Body.Text("payment_method", "credit-card") };
        if (run.Body.Text("connector_name") is { } connector)
            payload["payment_connector"] = connector;
        return payload;
    }

    private sealed class Run(RequestBody body, Queue<string> steps)
    {
        public RequestBody Body => body;

        public Queue<string> Steps => steps;

        private Dictionary<string, string> Collected { get; } = [];

        public void Collect(string step)
        {
            if (!Samples.TryGetValue(step, out var fields))
                return;
            foreach (var (name, value) in fields)
                Collected[name] = value;
        }

        public void Tell(JsonObject payload)
        {
            foreach (var (name, value) in Collected)
                payload[name] = value;
        }

        public LockedTimer? Timer { get; set; }
    }
}
