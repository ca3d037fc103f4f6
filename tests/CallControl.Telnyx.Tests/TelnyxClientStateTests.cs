using System.Text;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx.Tests;

/// <summary>What an application attaches to a leg comes back as it was, and what is none is said to be none.</summary>
public sealed partial class TelnyxClientStateTests
{
    [Fact]
    public void FromText_AnyText_ComesBack()
    {
        foreach (var text in new[] { "", "order 12", "ä€\uD83D\uDE00", "\0", new string('x', 10_000) })
        {
            TelnyxClientState.FromText(text).TryGetText(out var back).Should().BeTrue();
            back.Should().Be(text);
        }

        TelnyxClientState.FromText("order 12").Value.Should().Be("b3JkZXIgMTI=");
    }

    [Fact]
    public void FromBytes_OfAnyLength_ComeBack()
    {
        for (var length = 0; length < 50; length++)
        {
            var bytes = Enumerable.Range(200, length).Select(each => (byte)each).ToArray();
            TelnyxClientState.FromBytes(bytes).TryGetBytes(out var back).Should().BeTrue();
            back.Should().Equal(bytes);
        }
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("b3JkZXIgMTI")]
    [InlineData("====")]
    [InlineData("b3JkZXIg_-I=")]
    public void TryGet_OfWhatIsNotBase64_IsFalse(string value)
    {
        var state = new TelnyxClientState(value);

        state.Value.Should().Be(value);
        state.TryGetBytes(out var bytes).Should().BeFalse();
        bytes.Should().BeNull();
        state.TryGetText(out var text).Should().BeFalse();
        text.Should().BeNull();
        state.TryGetJson(StateJson.Default.Order, out var order).Should().BeFalse();
        order.Should().BeNull();
        state.TryGetJson(StateJson.Default.Int32, out var number).Should().BeFalse();
        number.Should().Be(0);
    }

    [Fact]
    public void TryGetText_OfBytesThatAreNoText_IsFalse()
    {
        TelnyxClientState.FromBytes([0xC3, 0x28]).TryGetText(out var text).Should().BeFalse();

        text.Should().BeNull();
    }

    [Fact]
    public void FromJson_AValue_ComesBack()
    {
        var state = TelnyxClientState.FromJson(new Order("A 12", 3), StateJson.Default.Order);

        Encoding.UTF8.GetString(Convert.FromBase64String(state.Value)).Should().Be("""{"Name":"A 12","Count":3}""");
        state.TryGetJson(StateJson.Default.Order, out var order).Should().BeTrue();
        order.Should().Be(new Order("A 12", 3));
        TelnyxClientState.FromJson(0, StateJson.Default.Int32).TryGetJson(StateJson.Default.Int32, out var number).Should().BeTrue();
        number.Should().Be(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"Name\":")]
    [InlineData("{} {}")]
    public void TryGetJson_OfOtherJson_IsFalse(string json)
    {
        var state = TelnyxClientState.FromText(json);

        state.TryGetJson(StateJson.Default.Order, out var order).Should().BeFalse();
        order.Should().BeNull();
        state.TryGetJson(StateJson.Default.Int32, out var number).Should().BeFalse();
        number.Should().Be(0);
    }

    [Fact]
    public void Default_IsEmpty()
    {
        default(TelnyxClientState).Value.Should().BeEmpty();
        default(TelnyxClientState).TryGetText(out var text).Should().BeTrue();
        text.Should().BeEmpty();
    }

    [Fact]
    public void Constructor_Null_Throws() =>
        FluentActions.Invoking(() => new TelnyxClientState(null!)).Should().Throw<ArgumentNullException>();

    [Fact]
    public void ToString_ShowsTheLengthOnly() =>
        TelnyxClientState.FromText("+15550100777").ToString().Should().Be("client state of 16 characters");

    internal sealed record Order(string Name, int Count);

    [JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
    [JsonSerializable(typeof(Order))]
    [JsonSerializable(typeof(int))]
    internal sealed partial class StateJson : JsonSerializerContext;
}
