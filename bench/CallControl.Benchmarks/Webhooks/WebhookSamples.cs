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

    /// <summary>A <c>call.initiated</c> of Telnyx.</summary>
    public static ReadOnlyMemory<byte> Telnyx { get; } = """
        {"data":{"record_type":"event","event_type":"call.initiated","id":"0ccc7b54-4df3-4bca-a65a-3da1ecc777f0","occurred_at":"2026-11-21T09:30:01.123456Z","payload":{"call_control_id":"v3:MdI91X4lWFEs7IgbBEOT9M4AigoY08M0WWZFISt1Yw2axZ_IiE4pqg","call_leg_id":"2dc1b3c8-1f2b-11ef-8d7a-02420a0d7168","call_session_id":"2dc1b3c8-2f2b-11ef-8d7a-02420a0d7168","connection_id":"2737430951239058641","client_state":null,"from":"+15550100123","to":"+15550100124","direction":"incoming","state":"parked","start_time":"2026-11-21T09:30:01.100000Z","calling_party_type":"pstn"}},"meta":{"attempt":1,"delivered_to":"https://ivr.example.com/calls/telnyx"}}
        """u8.ToArray();

    /// <summary>A call that comes in.</summary>
    public static byte[] Incoming(string session) => Encoding.UTF8.GetBytes(
        $$$"""{"event":"call.new","session_uuid":"{{{session}}}","sequence":1,"data":{"caller_id":"+15550100123","did":"+15550100124"}}""");

    /// <summary>The same call answered.</summary>
    public static byte[] Answered(string session) => Encoding.UTF8.GetBytes(
        $$$"""{"event":"call.answered","session_uuid":"{{{session}}}","sequence":2,"data":{}}""");
}
