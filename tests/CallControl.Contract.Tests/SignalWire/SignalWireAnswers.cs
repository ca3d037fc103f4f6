using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What must be made of each file in <c>answers</c>.</summary>
internal static class SignalWireAnswers
{
    private static readonly DateTimeOffset Noon20 = new(2026, 5, 6, 12, 20, 0, TimeSpan.Zero);

    /// <summary>Asserts that a leg is what the answer says, every member.</summary>
    /// <param name="name">A name of <see cref="SignalWireMapping.Answers"/>.</param>
    /// <param name="leg">What the client returned.</param>
    /// <param name="scope">Whose call it is.</param>
    /// <param name="controlId">The control id that was sent; null for none.</param>
    public static void Check(string name, SignalWireCallLeg leg, SignalWireScope scope, OperationId? controlId)
    {
        leg.Should().BeEquivalentTo(Expected(name, scope) with { ControlId = controlId }, options => options.Excluding(answer => answer.ExtensionData));
        if (name == "new-words")
            leg.ExtensionData.Should().ContainSingle().Which.Value.GetString().Should().Be("good");
        else
            leg.ExtensionData.Should().BeNull();
    }

    private static SignalWireCallLeg Expected(string name, SignalWireScope scope)
    {
        var full = new SignalWireCallLeg
        {
            Id = scope.Call,
            From = "+15550100",
            To = "+15550102",
            Direction = CallLegDirection.OutboundApi,
            Source = "realtime_api",
            Url = "https://app.example.com/swml",
            Charge = 0.0085m,
            CreatedAt = Noon20,
            ChargeDetails = [new() { Description = "PSTN", Charge = 0.008m }, new() { Description = "Recording", Charge = 0.0005m }],
            Status = CallLegStatus.Answered,
            Duration = TimeSpan.FromSeconds(9),
            PreciseDuration = TimeSpan.FromMilliseconds(9638),
            BilledDuration = TimeSpan.FromMinutes(1),
            Type = CallLegType.Phone,
            ParentId = scope.OtherCallId,
        };
        return name switch
        {
            "call-leg" => full,
            "call-leg-new" => full with
            {
                Url = null,
                Status = CallLegStatus.Queued,
                Charge = 0,
                ChargeDetails = [],
                Duration = null,
                PreciseDuration = TimeSpan.Zero,
                BilledDuration = TimeSpan.Zero,
                Type = CallLegType.WebRtc,
                ParentId = null,
            },
            "call-leg-unset" => full with { Direction = CallLegDirection.Inbound, Status = null, Type = CallLegType.Sip, ChargeDetails = [] },
            "device-leg" => full with
            {
                To = "/private/reception",
                Url = null,
                ChargeDetails = [],
                Direction = CallLegDirection.Outbound,
                Status = null,
                Type = CallLegType.FabricDevice,
                Duration = null,
                PreciseDuration = null,
                BilledDuration = null,
                ParentId = null,
            },
            "new-words" => full with
            {
                Direction = new("sideways"),
                Status = new("levitating"),
                Type = new("relay_dream_call"),
                ChargeDetails = [],
            },
            "call-id" => new SignalWireCallLeg { Id = scope.Call },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Nothing is said of this answer."),
        };
    }
}
