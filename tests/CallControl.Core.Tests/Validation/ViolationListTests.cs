using System.Buffers;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class ViolationListTests
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly ViolationList _violations = new();

    [Fact]
    public void ThrowIfAny_Nothing_Passes()
    {
        _violations.CheckRange("A", null, 1, 2);
        _violations.CheckRange("A", 1, 1, 2);
        _violations.CheckRange("A", 2, 1, 2);
        _violations.CheckText("B", null, 1, 2, Digits, "digits");
        _violations.CheckText("B", "12", 1, 2, Digits, "digits");

        _violations.IsEmpty.Should().BeTrue();
        FluentActions.Invoking(() => _violations.ThrowIfAny("p")).Should().NotThrow();
    }

    [Fact]
    public void ThrowIfAny_Several_NamesAllAtOnce()
    {
        _violations.CheckRange("Max", 129, 1, 128);
        _violations.CheckText("Pin", "12a", 1, 2, Digits, "digits", isSecret: true);
        _violations.CheckText("Name", "", 1, 2, Digits, "digits");

        var thrown = FluentActions.Invoking(() => _violations.ThrowIfAny("main", new CallId("c1"))).Should().Throw<RequestValidationException>().Which;

        thrown.Violations.Select(violation => violation.ToString()).Should().Equal(
            "Max must be 1 to 128 (was 129)",
            "Pin must be 1 to 2 of digits (was ***)",
            "Name must be 1 to 2 of digits (was '')");
        thrown.Provider.Should().Be("main");
        thrown.Call.Should().Be(new CallId("c1"));
        thrown.Effect.Should().Be(CommandEffect.NotSent);
    }

    [Fact]
    public void Add_LongValueWithNumbers_IsMaskedAndShortened()
    {
        _violations.Add("To", "must be E.164", "0612345678" + new string('x', 100));

        var value = _violations.Items.Should().ContainSingle().Which.Value;
        value.Should().StartWith("********78x").And.HaveLength(65).And.EndWith("…");
    }

    [Fact]
    public void AddRange_VendorsNames_BecomeNeutral()
    {
        var vendors = new ViolationList();
        vendors.Add("min_digits", "must be 1 to 128", "0");
        vendors.Add("urls[2]", "must be an address");
        vendors.Add("other", "must be set");
        vendors.Add("targets[0].timeout", "must be 5 to 300", "4");
        vendors.Add("targets[1].timeout", "must be 5 to 300", "4");

        _violations.AddRange(vendors, new Dictionary<string, string> { ["min_digits"] = "Digits.Min", ["urls"] = "Sources", ["targets[0].timeout"] = "RingTimeout" });

        _violations.Items.Select(violation => violation.Field).Should().Equal("Digits.Min", "Sources[2]", "other", "RingTimeout", "targets[1].timeout");
    }
}
