using System.Text;

namespace CallControl.Benchmarks;

/// <summary>Webhook bodies as they travel: without white space.</summary>
internal static class WebhookSamples
{
    /// <summary>A <c>playback.stopped</c> of the flat shape.</summary>
    public static ReadOnlyMemory<byte> Flat { get; } = """
        {"event":"playback.stopped","session_uuid":"acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479","command_uid":"playback.start.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23","urls":["https://cdn.example.com/greeting.wav"],"offset_ms":4200,"duration_ms":9000}
        """u8.ToArray();

    /// <summary>The same in the nested shape.</summary>
    public static ReadOnlyMemory<byte> Nested { get; } = """
        {"event":"playback.stopped","session_uuid":"acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479","sequence":17,"data":{"command_uid":"playback.start.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23","urls":["https://cdn.example.com/greeting.wav"],"offset_ms":4200,"duration_ms":9000}}
        """u8.ToArray();

    /// <summary>A call that comes in.</summary>
    public static byte[] Incoming(string session) => Encoding.UTF8.GetBytes(
        $$$"""{"event":"call.new","session_uuid":"{{{session}}}","sequence":1,"data":{"caller_id":"+15550100123","did":"+15550100124"}}""");

    /// <summary>The same call answered.</summary>
    public static byte[] Answered(string session) => Encoding.UTF8.GetBytes(
        $$$"""{"event":"call.answered","session_uuid":"{{{session}}}","sequence":2,"data":{}}""");
}
