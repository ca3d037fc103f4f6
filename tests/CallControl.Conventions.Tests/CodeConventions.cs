using System.Reflection;
using System.Runtime.CompilerServices;

namespace CallControl.Conventions.Tests;

/// <summary>The house rules, as functions that name who breaks them.</summary>
internal static class CodeConventions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Classes are sealed, abstract or static.</summary>
    public static IEnumerable<string> OpenClasses(IEnumerable<Type> types) =>
        types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.IsSubclassOf(typeof(Delegate)) && !IsGenerated(type))
            .Select(type => type.FullName!);

    /// <summary>Methods that return a task end in Async; events of tasks and the like do not exist.</summary>
    public static IEnumerable<string> TasksWithoutAsync(IEnumerable<Type> types) =>
        types.SelectMany(PublicMethods).Where(method => ReturnsTask(method) && !method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(Describe);

    /// <summary>Whoever waits can be cancelled: a token comes last.</summary>
    public static IEnumerable<string> TasksWithoutToken(IEnumerable<Type> types) =>
        types.SelectMany(PublicMethods)
            .Where(method => ReturnsTask(method) && method.Name != nameof(IAsyncDisposable.DisposeAsync)
                && method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(Describe);

    /// <summary>Public types hold no public fields but constants.</summary>
    public static IEnumerable<string> PublicFields(IEnumerable<Type> types) =>
        types.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Declared)).Where(field => !field.IsLiteral)
            .Select(field => $"{field.DeclaringType}.{field.Name}");

    private static IEnumerable<MethodInfo> PublicMethods(Type type) => type.GetMethods(Declared).Where(method => !method.IsSpecialName);

    private static bool ReturnsTask(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType)
        || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string Describe(MethodInfo method) => $"{method.DeclaringType}.{method.Name}";
}
