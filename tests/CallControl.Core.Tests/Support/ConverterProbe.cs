using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Core.Tests;

/// <summary>Reads and writes one value by one converter, as a serializer does.</summary>
internal static class ConverterProbe
{
    /// <summary>Half of a surrogate pair: JSON, but no text.</summary>
    public const string HalfSurrogate = """ "1\ud800" """;

    /// <summary>Values that are no scalar: whoever passes over them must do so to their end.</summary>
    public static readonly string[] Containers = ["{}", "[]", """{"a":[1,{"b":"2"}],"c":3}""", """[1,["2"],{"d":4}]"""];

    /// <summary>A text that is not UTF-8.</summary>
    public static byte[] NoUtf8 => [(byte)'"', (byte)'1', 0xC3, 0x28, (byte)'"'];

    public static T? Read<T>(this JsonConverter<T> converter, string json) => converter.Read(Encoding.UTF8.GetBytes(json));

    public static T? Read<T>(this JsonConverter<T> converter, byte[] json) => JsonSerializer.Deserialize<T>(json, Options(converter));

    public static string Write<T>(this JsonConverter<T> converter, T value) => JsonSerializer.Serialize(value, Options(converter));

    public static void ShouldRefuse<T>(this JsonConverter<T> converter, params IEnumerable<string> values)
    {
        foreach (var json in values)
            FluentActions.Invoking(() => converter.Read(json)).Should().Throw<JsonException>("{0} is no such value", json);
    }

    public static void ShouldRefuseWhatIsNoText<T>(this JsonConverter<T> converter)
    {
        converter.ShouldRefuse(HalfSurrogate);
        FluentActions.Invoking(() => converter.Read(NoUtf8)).Should().Throw<JsonException>();
    }

    public static void ShouldReadAsNone<T>(this JsonConverter<T> converter, params IEnumerable<string> values)
    {
        foreach (var json in values)
            converter.Read(json).Should().Be(default(T), "{0} is none", json);
    }

    public static void ShouldReadAsNoneWhatIsNoText<T>(this JsonConverter<T> converter)
    {
        converter.ShouldReadAsNone(HalfSurrogate);
        converter.Read(NoUtf8).Should().Be(default(T));
    }

    private static JsonSerializerOptions Options(JsonConverter converter) => new() { Converters = { converter } };
}
