using System.Runtime.InteropServices;
using System.Text.Json;

namespace CallControl.Providers;

/// <summary>The members of an object of which nothing is known, or of which something else was expected. What is understood is taken out, the rest is kept.</summary>
/// <remarks>Members whose very name is no text are left out: nobody could ask for them. Of two of one name the last counts. Not thread-safe.</remarks>
public sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private JsonMembers()
    {
    }

    /// <summary>Reads a member's value.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="reader">At the value.</param>
    /// <returns>Null for a value of another kind.</returns>
    public delegate T? ValueReader<T>(ref Utf8JsonReader reader);

    /// <summary>What was not taken; null where nothing is left.</summary>
    public IDictionary<string, JsonElement>? Rest => _members.Count == 0 ? null : _members;

    /// <summary>Reads all members; the values are copies.</summary>
    /// <param name="utf8Json">A JSON object, at most 64 levels deep.</param>
    public static JsonMembers Read(ReadOnlySpan<byte> utf8Json)
    {
        var members = new JsonMembers();
        var reader = new Utf8JsonReader(utf8Json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.ReadOrNull(ref reader);
            reader.Read();
            var value = JsonElement.ParseValue(ref reader);
            if (name is not null)
                members._members[name] = value;
        }

        return members;
    }

    /// <summary>Takes a text, a number or a truth value as text. What is none stays; null is taken, as good as absent.</summary>
    /// <param name="name">The member's name.</param>
    public string? TakeText(string name) => Take(name, JsonText.ReadOrNull);

    /// <summary>Takes a value. What is of another kind stays; null is taken, as good as absent.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="name">The member's name.</param>
    /// <param name="read">Reads it.</param>
    public T? Take<T>(string name, ValueReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!_members.TryGetValue(name, out var element))
            return default;

        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element));
        reader.Read();
        var value = read(ref reader);
        if (value is not null || element.ValueKind == JsonValueKind.Null)
            _members.Remove(name);

        return value;
    }
}
