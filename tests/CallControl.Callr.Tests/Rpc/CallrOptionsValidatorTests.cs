namespace CallControl.Callr.Tests;

public sealed class CallrOptionsValidatorTests
{
    [Fact]
    public void Validate_InboundOnly_NeedsNoCredentialsForCommands() => Faults(Valid()).Should().BeEmpty();

    [Fact]
    public void Validate_EverythingSet_Succeeds()
    {
        var options = Valid();
        (options.Login, options.Password, options.LoginAsUser, options.App) = ("login", "pässword: with colon", "jane@example.com", "4346423A");
        options.Credentials.Add(new() { App = "4346423A", Login = "other", Password = "p" });
        (options.ReplyWindow, options.MaxAudioDuration, options.AudioCacheLifetime) = (TimeSpan.FromMilliseconds(4999), TimeSpan.FromMinutes(10), TimeSpan.FromDays(1));

        Faults(options).Should().BeEmpty();
    }

    [Fact]
    public void Validate_EverythingWrong_ReportsEverythingAtOnce()
    {
        var options = new CallrOptions
        {
            BaseUrl = new Uri("ftp://api.example.com"),
            Login = "my:login",
            Password = "my\tpassword",
            ApiKey = "my key",
            SessionToken = "my session",
            LoginAsUser = "my user",
            LoginAsAccount = "my account",
            App = "my app",
            Credentials = [new() { App = "my app", Login = "my:login", Password = "my\npassword" }, null!, new()],
            CommandTimeout = TimeSpan.Zero,
            ReplyWindow = TimeSpan.FromSeconds(5),
            ThinkingLimit = TimeSpan.FromDays(25),
            MaxAudioDuration = TimeSpan.FromMinutes(11),
            AudioCacheLifetime = TimeSpan.FromTicks(-1),
            DefaultVoice = "my|voice",
            DetectionMedia = 0,
        };

        var faults = Faults(options);

        faults.Select(fault => fault.Split(" must", 2)[0].Split(" is needed", 2)[0].Split(" may", 2)[0]).Should().Equal(
            "BaseUrl", "Login", "Password", "ApiKey", "SessionToken", "Only one of Login with Password, ApiKey and SessionToken", "LoginAsUser", "LoginAsAccount",
            "Only one of LoginAsUser and LoginAsAccount", "App", "Credentials[0].App", "Credentials[0].Login", "Credentials[0].Password", "Credentials[1]", "Credentials[2].Login",
            "Credentials[2].Password", "CommandTimeout", "ReplyWindow", "ThinkingLimit", "MaxAudioDuration", "AudioCacheLifetime", "DefaultVoice", "DetectionMedia");
        faults.Should().NotContain(fault => fault.Contains("my"));
    }

    [Theory]
    [InlineData("login", "")]
    [InlineData("", "password")]
    public void Validate_LoginWithoutPasswordOrTheOtherWayRound_IsAFault(string login, string password)
    {
        var options = Valid();
        (options.Login, options.Password) = (login, password);

        Faults(options).Should().ContainSingle().Which.Should().Be("Login and Password must be set together, or neither of them.");
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void Validate_TwoWaysToAuthenticate_IsAFault(bool login, bool key, bool session)
    {
        var options = Valid();
        if (login)
            (options.Login, options.Password) = ("login", "password");

        options.ApiKey = key ? "key" : "";
        options.SessionToken = session ? "session" : "";

        Faults(options).Should().ContainSingle().Which.Should().StartWith("Only one of Login with Password, ApiKey and SessionToken");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/json-rpc")]
    [InlineData("ws://api.example.com")]
    public void Validate_BaseUrlThatIsNone_IsAFault(string? url)
    {
        var options = Valid();
        options.BaseUrl = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute);

        Faults(options).Should().ContainSingle().Which.Should().StartWith("BaseUrl");
    }

    [Theory]
    [InlineData("4346423a")]
    [InlineData("4346423")]
    [InlineData("4346423A ")]
    public void Validate_AppThatIsNoHash_IsAFault(string app)
    {
        var options = Valid();
        options.App = app;

        Faults(options).Should().ContainSingle().Which.Should().StartWith("App must be empty, or eight characters");
    }

    [Fact]
    public void Validate_NoCredentials_ExplainsBothWaysOut()
    {
        var options = Valid();
        options.Credentials.Clear();

        Faults(options).Should().ContainSingle().Which.Should().ContainAll("Credentials", "apps.edit", "AllowUnauthenticatedRequests");

        options.AllowUnauthenticatedRequests = true;
        Faults(options).Should().BeEmpty();
    }

    [Theory]
    [InlineData(nameof(CallrOptions.Login))]
    [InlineData(nameof(CallrOptions.Password))]
    [InlineData(nameof(CallrOptions.ApiKey))]
    [InlineData(nameof(CallrOptions.SessionToken))]
    [InlineData(nameof(CallrOptions.LoginAsUser))]
    [InlineData(nameof(CallrOptions.LoginAsAccount))]
    [InlineData(nameof(CallrOptions.App))]
    [InlineData(nameof(CallrOptions.DefaultVoice))]
    [InlineData(nameof(CallrOptions.Credentials))]
    public void Validate_NullInPlaceOfEmpty_IsAFault(string option)
    {
        var options = Valid();
        options.AllowUnauthenticatedRequests = true;
        typeof(CallrOptions).GetProperty(option)!.SetValue(options, null);

        Faults(options).Should().ContainSingle().Which.Should().StartWith($"{option} must not be null; leave it empty");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, "a", "b")]
    public void Validate_CredentialsOfNulls_NameEachOfThem(string? app, string? login, string? password)
    {
        var options = Valid();
        options.Credentials.Add(new() { App = app!, Login = login!, Password = password! });

        Faults(options).Select(fault => fault.Split(' ')[0]).Should().Equal(
            new[] { (app, "App"), (login, "Login"), (password, "Password") }.Where(each => each.Item1 is null).Select(each => "Credentials[1]." + each.Item2));
    }

    [Theory]
    [InlineData(-1L, false)]
    [InlineData(0L, false)]
    [InlineData(1L, true)]
    [InlineData(null, true)]
    public void Validate_DetectionMedia_IsOneOrMoreOrNone(long? media, bool isTaken)
    {
        var options = Valid();
        options.DetectionMedia = media;

        Faults(options).Should().BeEquivalentTo(isTaken ? [] : new[] { "DetectionMedia must be 1 or more; leave it null for none." });
    }

    [Theory]
    [InlineData(nameof(CallrOptions.CommandTimeout), 0, false)]
    [InlineData(nameof(CallrOptions.CommandTimeout), 24 * 86400, true)]
    [InlineData(nameof(CallrOptions.CommandTimeout), (24 * 86400) + 1, false)]
    [InlineData(nameof(CallrOptions.ReplyWindow), 0, false)]
    [InlineData(nameof(CallrOptions.ReplyWindow), 1, true)]
    [InlineData(nameof(CallrOptions.ReplyWindow), 5, false)]
    [InlineData(nameof(CallrOptions.ThinkingLimit), 0, false)]
    [InlineData(nameof(CallrOptions.ThinkingLimit), 24 * 86400, true)]
    [InlineData(nameof(CallrOptions.MaxAudioDuration), 0, false)]
    [InlineData(nameof(CallrOptions.MaxAudioDuration), 600, true)]
    [InlineData(nameof(CallrOptions.MaxAudioDuration), 601, false)]
    [InlineData(nameof(CallrOptions.AudioCacheLifetime), -1, false)]
    [InlineData(nameof(CallrOptions.AudioCacheLifetime), 0, true)]
    [InlineData(nameof(CallrOptions.AudioCacheLifetime), 86401, false)]
    public void Validate_TimeAtTheEdge_IsTakenOrRefused(string option, int seconds, bool isTaken)
    {
        var options = Valid();
        typeof(CallrOptions).GetProperty(option)!.SetValue(options, TimeSpan.FromSeconds(seconds));

        var faults = Faults(options);

        if (isTaken)
            faults.Should().BeEmpty();
        else
            faults.Should().ContainSingle().Which.Should().StartWith(option);
    }

    private static CallrOptions Valid() => new() { Credentials = [new() { Login = "callr", Password = "p: é" }] };

    private static IReadOnlyList<string> Faults(CallrOptions options)
    {
        var result = new CallrOptionsValidator().Validate(null, options);
        return result.Failed ? [.. result.Failures] : [];
    }
}
