using System.Reflection;
using System.Text.Json.Serialization;

namespace CallControl.Callr.Tests;

/// <summary>The members of a command's record under the vendor's names.</summary>
internal static class CommandMembers
{
    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type record) => record.GetProperties()
        .Where(property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is not null)
        .ToDictionary(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name);

    /// <summary>The same command with another value of one member.</summary>
    public static RealTimeCommand With(RealTimeCommand command, string member, object? value)
    {
        var copy = command with { };
        Of(copy.GetType())[member].SetValue(copy, value);
        return copy;
    }
}
