using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire.Tests;

public sealed class SwmlMethodTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "swml");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Method_WithEveryParameter_IsWrittenAsTheVendorHasIt(string name)
    {
        var written = new SwmlDocument(SwmlSamples.All[name]).ToJsonObject()["sections"]!["main"]![0];

        JsonNode.DeepEquals(written, Fixture(name)).Should().BeTrue("{0} should be {1}", written!.ToJsonString(), Fixture(name).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Method_WithEveryParameter_IsReadAsItsRecord(string name)
    {
        var document = SwmlDocument.FromJson(new JsonObject { ["sections"] = new JsonObject { ["main"] = new JsonArray(Fixture(name)) } });

        document.Main.Should().ContainSingle().Which.Should().BeOfType(SwmlSamples.All[name].GetType());
        document.Main[0].Name.Should().Be(name.Split('.')[0]);
        JsonNode.DeepEquals(document.ToJsonObject()["sections"]!["main"]![0], Fixture(name)).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Method_WithEveryParameter_HasNoViolations(string name) =>
        new SwmlDocument(SwmlSamples.All[name]).FindViolations().Should().BeEmpty();

    [Fact]
    public void Samples_AreThoseOfTheFiles() => SwmlSamples.All.Keys.Order().Should().Equal(Names.Select(row => row.Data));

    [Fact]
    public void Samples_HaveEveryMethodThatHasARecord()
    {
        var records = typeof(SwmlMethod).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(SwmlMethod)) && type != typeof(SwmlRaw));

        SwmlSamples.All.Values.Select(sample => sample.GetType()).Distinct().Should().BeEquivalentTo(records);
        SwmlSamples.All.Values.Select(sample => sample.Name).Distinct().Should().BeEquivalentTo(SwmlCatalog.Names);
    }

    [Fact]
    public void Samples_SetEveryProperty()
    {
        var set = new HashSet<(Type, string)>();
        var all = new HashSet<(Type, string)>();
        foreach (var sample in SwmlSamples.All.Values)
            Collect(sample, set, all);

        all.Should().HaveCountGreaterThan(150);
        all.Except(set).Should().BeEmpty();
    }

    [Fact]
    public void Text_OfEveryMethod_IsItsKindOnly()
    {
        foreach (var sample in SwmlSamples.All.Values)
            sample.ToString().Should().Be(sample.GetType().Name);

        new SwmlHeader("X-Account", "42").ToString().Should().Be(nameof(SwmlHeader));
        new SwmlConnectDestination("+15551230001") { Password = "secret-1" }.ToString().Should().Be(nameof(SwmlConnectDestination));
        new SwmlConferenceStream(new Uri("wss://media.example.com")) { AuthorizationBearerToken = "token-1" }.ToString().Should().Be(nameof(SwmlConferenceStream));
        new SwmlConfirm(new SwmlHangup()).ToString().Should().Be(nameof(SwmlConfirm));
        SwmlSound.Say("Hello").ToString().Should().Be(nameof(SwmlSound));
        new SwmlDocument(new SwmlHangup()).ToString().Should().Be(nameof(SwmlDocument));
    }

    [Theory]
    [InlineData(0, "silence:0")]
    [InlineData(1_000, "silence:1")]
    [InlineData(1_250, "silence:1.25")]
    [InlineData(60_000, "silence:60")]
    public void Silence_OfAnyLength_IsInSeconds(int milliseconds, string expected) =>
        SwmlSound.Silence(TimeSpan.FromMilliseconds(milliseconds)).Value.Should().Be(expected);

    [Fact]
    public void Silence_BelowZero_IsRefused() =>
        FluentActions.Invoking(() => SwmlSound.Silence(TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void WithCase_OfTheSameValue_ReplacesItAndLeavesTheFirst()
    {
        var first = new SwmlSwitch("a").WithCase("1", new SwmlHangup());

        var second = first.WithCase("1", SwmlSleep.Forever).WithCase("2", new SwmlAnswer());

        first.Cases["1"].Should().ContainSingle().Which.Should().BeOfType<SwmlHangup>();
        second.Cases.Keys.Should().Equal("1", "2");
        second.Cases["1"].Should().ContainSingle().Which.Should().BeSameAs(SwmlSleep.Forever);
    }

    private static JsonNode Fixture(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!;

    private static void Collect(object part, HashSet<(Type Type, string Name)> set, HashSet<(Type Type, string Name)> all)
    {
        foreach (var property in part.GetType().GetProperties().Where(property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null))
        {
            all.Add((property.DeclaringType!, property.Name));
            if (property.GetValue(part) is not { } value)
                continue;

            set.Add((property.DeclaringType!, property.Name));
            foreach (var inner in Parts(value))
                Collect(inner, set, all);
        }
    }

    private static IEnumerable<object> Parts(object value) => value switch
    {
        SwmlPart or SwmlMethod => [value],
        IEnumerable<IEnumerable<SwmlPart>> groups => groups.SelectMany(group => group),
        IEnumerable<SwmlPart> parts => parts,
        _ => [],
    };
}
