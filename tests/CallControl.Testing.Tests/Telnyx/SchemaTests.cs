namespace CallControl.Testing.Tests.Telnyx;

public sealed class SchemaTests
{
    [Fact]
    public void Operations_OfTheEmbeddedTable_AreAllThere()
    {
        TelnyxSchema.Operations.Should().HaveCount(43);
        TelnyxSchema.Operations.Values.Where(operation => operation.Method is "GET").Select(operation => operation.Name)
            .Should().Equal("retrieve_call");
        TelnyxSchema.Operations.Values.Where(operation => operation.Method is "PUT").Select(operation => operation.Name)
            .Should().Equal("client_state_update");
        TelnyxSchema.Operations.Keys.Where(name => TelnyxCommands.Find(name) is null).Should().BeEquivalentTo("dial", "retrieve_call");
    }
}
