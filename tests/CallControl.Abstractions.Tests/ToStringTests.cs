using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace CallControl.Abstractions.Tests;

/// <summary>Fills every record of the package with numbers, digits and secrets, and looks for them in its text.</summary>
public sealed class ToStringTests
{
    private const string Number = "+33612345678";
    private const string Pin = "4711";
    private const string Secret = "s3cr3t";

    // What the vendor wrote is shown with its numbers masked: short digits in it may be an error code.
    private static readonly HashSet<Type> ShowsVendorText =
        [typeof(OperationFailure), typeof(ProviderError), typeof(Violation), typeof(OperationOutcome<>), typeof(ErrorContext)];

    // The words of the program and of the vendor's vocabulary, and opaque names: documented to be free of numbers and secrets.
    private static readonly HashSet<string> Vocabulary =
        ["Provider", "Name", "Vendor", "Note", "Field", "Rule", "Language", "Terminators", "ValidDigits"];

    public static TheoryData<Type> Records
    {
        get
        {
            // Opaque identifiers are shown on purpose: without them a log is of no use.
            var records = typeof(ICallControl).Assembly.GetExportedTypes()
                .Where(type => !type.IsAbstract && !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type))
                .Where(type => type.GetMethod("<Clone>$") is not null || type == typeof(CallParty));
            return [.. records];
        }
    }

    [Fact]
    public void Records_Package_AreFound() => Records.Should().HaveCountGreaterThan(50);

    [Theory]
    [MemberData(nameof(Records))]
    public void ToString_FilledRecord_ShowsNeitherNumbersNorSecrets(Type record)
    {
        var type = record.IsGenericTypeDefinition ? record.MakeGenericType(typeof(GatherResult)) : record;

        var text = Filled(type, 0)!.ToString()!;

        text.Should().NotContain("61234").And.NotContain(Secret);
        if (!ShowsVendorText.Contains(record))
            text.Should().NotContain(Pin);
    }

    private static object? Filled(Type type, int depth)
    {
        if (depth > 4)
            return null;

        var value = RuntimeHelpers.GetUninitializedObject(type);
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                field.SetValue(value, ValueOf(field.FieldType, Vocabulary.Any(word => field.Name.StartsWith($"<{word}>", StringComparison.Ordinal)), depth));
        }

        return value;
    }

    private static object? ValueOf(Type type, bool isVocabulary, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return isVocabulary ? "word" : $"{Number} pin {Pin}";
        if (type == typeof(CallParty))
            return new CallParty(Number);
        if (type == typeof(Destination))
            return Destination.Sip($"sip:{Number}:{Secret}@example.com");
        if (type == typeof(MediaSource))
            return MediaSource.Speech($"Your pin is {Pin}");
        if (type.Name.EndsWith("Id", StringComparison.Ordinal) && type.IsValueType)
            return Activator.CreateInstance(type, "opaque");
        if (type == typeof(Uri))
            return new Uri($"https://user:{Secret}@example.com/x?t={Secret}#{Number}");
        if (type == typeof(JsonObject))
            return new JsonObject { ["key"] = Secret };
        if (type == typeof(ReadOnlyMemory<byte>))
            return new ReadOnlyMemory<byte>([.. System.Text.Encoding.UTF8.GetBytes(Number)]);
        if (type == typeof(object))
            return Number;
        if (type == typeof(char))
            return '7';
        if (type == typeof(CapabilitySet))
            return new CapabilitySet([]);
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string> { ["Authorization"] = Secret };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return ListOf(type.GetGenericArguments()[0], depth);
        if (type.IsValueType)
            return Activator.CreateInstance(type);

        return type.IsAbstract ? null : Filled(type, depth + 1);
    }

    private static Array ListOf(Type element, int depth)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(ValueOf(element, isVocabulary: false, depth), 0);
        return list;
    }
}
