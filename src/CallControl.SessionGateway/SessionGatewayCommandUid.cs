using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;

namespace CallControl.SessionGateway;

/// <summary>Makes and reads the <c>command_uid</c> that ties the gateway's events to a command.</summary>
/// <remarks>
/// An id names the command it was made for, so that whoever gets a <c>command.result</c> knows what succeeded or failed without remembering
/// what was sent: the event itself is not known to say. Grammar, within the gateway's <c>[A-Za-z0-9._-]{1,128}</c> (<c>/endpoints/call-control/</c>):
/// <code>
/// uid     = command "." 32lower-hex        ; playback.start.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23
/// command = the command's path, with "." for "/"
/// </code>
/// </remarks>
public static class SessionGatewayCommandUid
{
    private const int HexLength = 32;

    private const int TicksPerMillisecond = 4096;

    // What tells the ids of this process from those of others: the variant and 60 random bits. Drawn once: a draw takes longer than all the rest.
    private static readonly string Process = RandomNumberGenerator.GetHexString(HexLength / 2, lowercase: true).Remove(0, 1).Insert(0, "8");

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Commands =
        SessionGatewayCommandNames.ByDottedName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static long _lastTick;

    /// <summary>Makes a new id. Within a process, ids made later sort after earlier ones of the same command (UUID version 7).</summary>
    /// <param name="command">The command's path, such as <c>playback/start</c> (<see cref="SessionGatewayCommandNames"/>); at most 95 of <c>[A-Za-z0-9_-/]</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="command"/> is empty, too long, or has other characters, so that the gateway would refuse the id.</exception>
    public static OperationId New(string command)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        if (command.Length > VendorText.LongestCommandUid - HexLength - 1 || HasOtherCharacters(command))
            throw new ArgumentException("The path of a command is at most 95 letters, digits, hyphens, underscores and slashes.", nameof(command));

        return new OperationId(string.Create(command.Length + 1 + HexLength, command, static (uid, command) =>
        {
            command.AsSpan().Replace(uid, '/', '.');
            uid[command.Length] = '.';
            WriteUuid(uid[(command.Length + 1)..]);
        }));
    }

    /// <summary>Reads which command an id was made for.</summary>
    /// <param name="uid">Any id.</param>
    /// <returns>The command's path, one of <see cref="SessionGatewayCommandNames"/>; null when the id was not made here, or for a command that this version does not know.</returns>
    public static string? CommandOf(OperationId uid) => CommandOf(uid.Value);

    /// <inheritdoc cref="CommandOf(OperationId)"/>
    public static string? CommandOf(string? uid)
    {
        if (uid is null || uid.Length < HexLength + 2)
            return null;

        var dot = uid.Length - HexLength - 1;
        return uid[dot] == '.' && !uid.AsSpan(dot + 1).ContainsAnyExcept(LowerHex) && Commands.TryGetValue(uid.AsSpan(0, dot), out var command)
            ? command
            : null;
    }

    // RFC 9562, section 5.7, with the counter of section 6.2, method 3, in rand_a:
    //
    //   12 hex: milliseconds since 1970 | "7": version | 3 hex: 4096ths of one | 16 hex: variant and random
    private static void WriteUuid(Span<char> hex)
    {
        var tick = NextTick();
        (tick / TicksPerMillisecond).TryFormat(hex, out _, "x12", CultureInfo.InvariantCulture);
        hex[12] = '7';
        (tick % TicksPerMillisecond).TryFormat(hex[13..], out _, "x3", CultureInfo.InvariantCulture);
        Process.CopyTo(hex[16..]);
    }

    // The time, moved on where an id has it already: no two are alike, and each sorts after those before it.
    private static long NextTick()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * TicksPerMillisecond;
        long last;
        long next;
        do
        {
            last = Volatile.Read(ref _lastTick);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _lastTick, next, last) != last);
        return next;
    }

    private static bool HasOtherCharacters(ReadOnlySpan<char> command)
    {
        while (command.IndexOfAnyExcept(VendorText.NameCharacters) is var other and >= 0)
        {
            if (command[other] != '/')
                return true;

            command = command[(other + 1)..];
        }

        return false;
    }
}
