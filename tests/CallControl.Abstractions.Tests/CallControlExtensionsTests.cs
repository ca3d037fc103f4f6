using System.Reflection;

namespace CallControl.Abstractions.Tests;

public sealed class CallControlExtensionsTests
{
    [Fact]
    public void GetService_Typed_AsksForTheTypeAndCasts()
    {
        var control = DispatchProxy.Create<ICallControl, OnlyServices>();

        control.GetService<string>().Should().Be("native client");
        control.GetService<Uri>().Should().BeNull();
        FluentActions.Invoking(() => CallControlExtensions.GetService<string>(null!)).Should().Throw<ArgumentNullException>();
    }

    public class OnlyServices : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            args is [Type type] && type == typeof(string) ? "native client" : null;
    }
}
