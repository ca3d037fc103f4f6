using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CallControl.Testing.Emulation;

/// <summary>From an HTTP request to its answer: delay, fault, execution, traffic.</summary>
internal sealed class EmulatorPipeline(IEmulatedVendor vendor, EmulatorFaults faults, TrafficLog log, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, CancellationToken shutdown)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, shutdown);
        try
        {
            await AnswerAsync(context, stop.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (stop.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    private async Task AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var request = new EmulatorRequest(
            context.Request.Method, context.Request.Path.Value ?? "/", context.Request.Query, context.Request.Headers, body);
        var action = vendor.Resolve(request);
        var fault = faults.Take(action.Name);
        if (faults.CommandDelay is { Ticks: > 0 } delay)
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);

        var reset = fault?.Kind is CommandFaultKind.ResetBefore or CommandFaultKind.ResetAfter;
        EmulatorResponse response;
        foreach (var queue in action.Queues)
            queue.Hold();
        try
        {
            response = Respond(action, fault);
            log.Record(new EmulatorTraffic(began, TrafficDirection.Command, action.Name, action.Session,
                Summarize(body, response), body, reset ? 0 : response.StatusCode, Attempt: 1));
        }
        finally
        {
            foreach (var queue in action.Queues)
                queue.Release();
        }

        if (reset)
            context.Abort();
        else
            await WriteAsync(context, response, cancellationToken).ConfigureAwait(false);
    }

    private EmulatorResponse Respond(EmulatorAction action, CommandFault? fault)
    {
        switch (fault?.Kind)
        {
            case CommandFaultKind.ResetBefore:
                return vendor.Failure(StatusCodes.Status503ServiceUnavailable, retryAfter: null);
            case CommandFaultKind.Fail:
                var failure = vendor.Failure(fault.StatusCode, fault.RetryAfter);
                return failure with { Body = fault.Body ?? failure.Body };
            case CommandFaultKind.Malformed:
                var response = action.Execute();
                return response with { Body = BrokenJson.Of(response.Body) };
            default:
                return action.Execute();
        }
    }

    private static string Summarize(string body, EmulatorResponse response)
    {
        var asked = body.Length == 0 ? "" : TrafficSummary.Of(body);
        if (response.IsSuccess)
            return asked;
        var answered = TrafficSummary.Of(response.Body);
        return asked.Length == 0 ? answered : $"{asked}: {answered}";
    }

    private static async Task WriteAsync(HttpContext context, EmulatorResponse response, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = response.StatusCode;
        if (response.RetryAfter is { } retryAfter)
            context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(response.Body, cancellationToken).ConfigureAwait(false);
    }
}
