using System.Net;
using CallControl.Providers;

namespace CallControl.AspNetCore.Tests;

/// <summary>The handler's answer as the vendor gets it.</summary>
public sealed class AnswerTests
{
    public static TheoryData<InboundResponse, int> Statuses => new()
    {
        { InboundResponse.Accepted, 200 },
        { InboundResponse.Malformed("not JSON"), 400 },
        { InboundResponse.Unauthorized, 401 },
        { InboundResponse.Unauthenticated("Basic realm=\"calls\"", "no credentials"), 401 },
        { InboundResponse.MethodNotAllowed, 405 },
        { InboundResponse.UnsupportedMediaType, 415 },
        { InboundResponse.Busy, 503 },
    };

    [Theory]
    [MemberData(nameof(Statuses), DisableDiscoveryEnumeration = true)]
    public async Task Answer_OfEachKind_HasItsStatusAndNoBody(InboundResponse response, int expected)
    {
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(response));

        using var answer = await host.PostAsync("/calls/fake", [1]);

        ((int)answer.StatusCode).Should().Be(expected);
        answer.Content.Headers.ContentLength.Should().Be(0);
        answer.Content.Headers.ContentType.Should().BeNull();
    }

    [Fact]
    public async Task Answer_WithJson_IsSentByteForByte()
    {
        byte[] json = [.. "{\"say\":\""u8, 0xC3, 0xA9, .. "\"}"u8];
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(InboundResponse.WithJson(json)));

        using var answer = await host.PostAsync("/calls/fake", [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("application/json");
        answer.Content.Headers.ContentLength.Should().Be(json.Length);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(json);
    }

    [Fact]
    public async Task Answer_WithJsonToHead_HasNoBodyAndNoFault()
    {
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(InboundResponse.WithJson("{}"u8.ToArray())));
        using var request = new HttpRequestMessage(HttpMethod.Head, "/calls/fake");

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        host.Log.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Answer_ThatIsBusy_SaysWhenToComeAgain()
    {
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(InboundResponse.Busy));

        using var answer = await host.PostAsync("/calls/fake", [1]);

        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Answer_WithoutCredentials_SaysHowToAuthenticateAndNotWhatIsWrong()
    {
        await using var host = await EdgeHost.StartAsync(
            ScriptedHandler.Answering(InboundResponse.Unauthenticated("Basic realm=\"calls\", charset=\"UTF-8\"", "The password is wrong")));

        using var answer = await host.PostAsync("/calls/fake", [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.NonValidated["WWW-Authenticate"].Should().Equal("Basic realm=\"calls\", charset=\"UTF-8\"");
        answer.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Basic");
        answer.Headers.ToString().Should().NotContain("password");
    }

    [Fact]
    public async Task Answer_ThatIsNotTrusted_DoesNotSayHowToAuthenticate()
    {
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(InboundResponse.Untrusted("The signature is wrong")));

        using var answer = await host.PostAsync("/calls/fake", [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answer.Headers.Contains("WWW-Authenticate").Should().BeFalse();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(999, "1")]
    [InlineData(1000, "1")]
    [InlineData(1001, "2")]
    [InlineData(90_500, "91")]
    public void RetryAfter_OfPartsOfASecond_IsRoundedUp(int milliseconds, string expected)
    {
        InboundEndpoint.WholeSeconds(TimeSpan.FromMilliseconds(milliseconds)).Should().Be(expected);
    }

    [Fact]
    public async Task Answer_ToAnotherMethod_SaysWhichIsAllowed()
    {
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(InboundResponse.MethodNotAllowed));

        using var answer = await host.Client.GetAsync(new Uri("/calls/fake", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Should().Equal("POST");
    }

    [Fact]
    public async Task Answer_OfAHandlerThatThrows_Is500WithoutDetail()
    {
        var handler = new ScriptedHandler { Answer = (_, _) => throw new InvalidOperationException("A fault in the handler.") };
        await using var host = await EdgeHost.StartAsync(handler);

        using var answer = await host.PostAsync("/calls/fake", [1]);

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
    }

    [Fact]
    public async Task Handler_WhoseVendorHangsUp_IsToldAndLeavesNoFault()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new ScriptedHandler
        {
            Answer = async (_, cancellationToken) =>
            {
                entered.SetResult();
                try
                {
                    await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                }
                finally
                {
                    told.SetResult();
                }

                return InboundResponse.Accepted;
            },
        };
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();
        await connection.SendAsync("POST /calls/fake HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
        await Patience.For(entered.Task);

        connection.Reset();

        await Patience.For(told.Task);
        await Patience.UntilAsync(() => host.Log.Lines.Any(line => line.Text.StartsWith("Request finished", StringComparison.Ordinal)));
        host.Log.Faults.Should().BeEmpty();
    }
}
