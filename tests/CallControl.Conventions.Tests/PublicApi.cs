using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace CallControl.Conventions.Tests;

/// <summary>Writes down a package's public API: a line a type, a line a member, sorted, so that a change shows in the difference.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        if (type.IsEnum)
            return $"enum {type.Namespace}.{Name(type)}";

        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsSubclassOf(typeof(Delegate)))
            bases.Add(Name(parent));

        bases.AddRange(type.GetInterfaces().Where(IsTelling).Select(Name).Order(StringComparer.Ordinal));
        return $"{Kind(type)} {type.Namespace}.{Name(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static bool IsTelling(Type contract) =>
        contract.IsVisible && !(contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEquatable<>));

    private static string Kind(Type type)
    {
        if (type.IsInterface)
            return "interface";

        var isRecord = type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;
        if (type.IsValueType)
            return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (isRecord ? "record struct" : "struct");

        var modifier = type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        return modifier + (isRecord ? "record" : "class");
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                string.Create(CultureInfo.InvariantCulture, $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture):000} {name}"));
        }

        return type.GetConstructors(Declared).Where(IsVisible).Select(constructor => $"{type.Name.Split('`')[0]}({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Describe))
            .Concat(type.GetProperties(Declared).Select(Describe).OfType<string>())
            .Concat(type.GetEvents(Declared).Where(each => IsVisible(each.AddMethod!)).Select(each => $"event {Name(each.EventHandlerType!)} {each.Name}"))
            .Concat(type.GetMethods(Declared).Where(IsOwn).Select(Describe));
    }

    private static bool IsOwn(MethodInfo method) =>
        IsVisible(method)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Describe(FieldInfo field) =>
        $"{(field.IsLiteral ? "const" : field.IsStatic ? "static" : "field")} {Name(field.FieldType)} {field.Name}"
        + (field.IsLiteral ? $" = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}" : "");

    private static string? Describe(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set = property.SetMethod is { } setter && IsVisible(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "
            : "";
        if (get.Length + set.Length == 0 || property.Name == "EqualityContract")
            return null;

        var modifiers = (property.GetAccessors(nonPublic: true)[0].IsStatic ? "static " : "")
            + (property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "");
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(each => $"{Name(each.ParameterType)} {each.Name}"))}]";
        return $"{modifiers}{Name(property.PropertyType)}{Nullability(property)} {name} {{ {get}{set}}}";
    }

    private static string Describe(MethodInfo method)
    {
        var modifiers = method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract "
            : method.IsVirtual && !method.IsFinal && method.GetBaseDefinition() == method && !method.DeclaringType!.IsInterface ? "virtual " : "";
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{(method.IsFamily ? "protected " : "")}{modifiers}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var direction = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{direction}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : "")}";
    }));

    private static string Nullability(PropertyInfo property) =>
        !property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? "?" : "";

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);

        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";

        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";

        var outer = type is { IsNested: true, IsGenericParameter: false } ? Name(type.DeclaringType!) + "." : "";
        var name = type.Name.Split('`')[0];
        return outer + (type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name);
    }
}
