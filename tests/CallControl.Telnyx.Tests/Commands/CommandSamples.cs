using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Telnyx.Tests;

/// <summary>One command of every kind, by its name on the wire.</summary>
internal static class CommandSamples
{
    /// <summary>With every field set, those included that exclude each other.</summary>
    public static IReadOnlyDictionary<string, TelnyxCommand> All { get; } =
        CallSamples.All.Concat(AudioSamples.All).Concat(MediaSamples.All).Concat(ConversationSamples.All).ToDictionary();

    public static JsonTypeInfo TypeOf(Type type) => TelnyxJsonContext.Default.GetTypeInfo(type)!;

    public static string Write(object value) => JsonSerializer.Serialize(value, TypeOf(value.GetType()));
}
