namespace CallControl.Abstractions.Tests;

public sealed class CallControlExceptionTests
{
    [Fact]
    public void Properties_Context_IsCarried()
    {
        var error = new ProviderError { StatusCode = 429, Code = "R1", Body = "+33612345678" };
        var cause = new InvalidOperationException("cause");
        var exception = new RateLimitedException(
            "Too fast.",
            new ErrorContext
            {
                Provider = "main",
                Call = new CallId("c1"),
                Operation = new OperationId("o1"),
                Effect = CommandEffect.NotApplied,
                IsTransient = true,
                Error = error,
            },
            cause)
        {
            RetryAfter = TimeSpan.FromSeconds(3),
        };

        exception.Message.Should().Be("Too fast.");
        exception.Provider.Should().Be("main");
        exception.Call.Should().Be(new CallId("c1"));
        exception.Operation.Should().Be(new OperationId("o1"));
        exception.Effect.Should().Be(CommandEffect.NotApplied);
        exception.IsTransient.Should().BeTrue();
        exception.Error.Should().BeSameAs(error);
        exception.InnerException.Should().BeSameAs(cause);
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(3));
        exception.ToString().Should().NotContain("33612345678");
    }

    [Fact]
    public void Properties_WithoutContext_AreEmpty()
    {
        var exception = new CallEndedException("Over.");

        exception.Provider.Should().BeNull();
        exception.Call.Should().Be(default(CallId));
        exception.Operation.Should().BeNull();
        exception.Effect.Should().Be(CommandEffect.Unknown);
        exception.IsTransient.Should().BeFalse();
        exception.Error.Should().BeNull();
    }

    [Fact]
    public void Message_Violations_AreAllNamedWithoutNumbers()
    {
        var exception = new RequestValidationException(
            [new Violation("To", "must be E.164", "0612345678"), new Violation("Digits.Max", "must be 1 to 128", "0")], "main", new CallId("c1"));

        exception.Message.Should().Be("The request is not valid in 2 places: To must be E.164 (was ********78); Digits.Max must be 1 to 128 (was 0).");
        exception.Effect.Should().Be(CommandEffect.NotSent);
        exception.Violations.Should().HaveCount(2);
        exception.Call.Should().Be(new CallId("c1"));
        new RequestValidationException([new Violation("A", "must be set", null)]).Message.Should().Be("The request is not valid: A must be set.");
        FluentActions.Invoking(() => new RequestValidationException([])).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new RequestValidationException(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Message_FailedOperation_SaysWhyWithoutNumbers()
    {
        var exception = new OperationFailedException(new OperationFailure { Message = "No route to 06 12 34 56 78", Code = "E1" });

        exception.Message.Should().Be("The operation failed: E1: No route to ** ** ** ** 78.");
        exception.Failure.Code.Should().Be("E1");
    }

    [Fact]
    public void ToString_ProviderError_ShowsNoBodyAndNoNumbers()
    {
        var error = new ProviderError { StatusCode = 422, Code = "10005", Title = "Bad", Detail = "+33612345678 is barred", Body = "secret" };

        error.ToString().Should().Be("HTTP 422, 10005, Bad, +*********78 is barred");
        new ProviderError().ToString().Should().BeEmpty();
    }
}
