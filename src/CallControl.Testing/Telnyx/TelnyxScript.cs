using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// What the parts of the vendor that an emulator cannot play answer: assistants, payment connectors, other SIP servers. Set before the
/// command they concern; the functions run with the calls locked, so they must be quick and must not throw.
/// </summary>
public sealed class TelnyxScript
{
    internal TelnyxScript()
    {
    }

    /// <summary>The final SIP status that a REFER's NOTIFY brings, by <c>sip_address</c>; 300 and above fails. Default null: 200.</summary>
    public Func<string, int>? ReferResponse { get; set; }

    /// <summary>Why a media stream cannot be opened, by its address; null when it can. Default null: all can.</summary>
    public Func<string, string?>? StreamFailure { get; set; }

    /// <summary>Why a SIPREC session fails; null, the default, when it does not.</summary>
    public string? SiprecFailure { get; set; }

    /// <summary>What <c>gather_using_ai</c> collects. Default null: an empty text for each property that the command asks for.</summary>
    public JsonObject? AiGatherResult { get; set; }

    /// <summary>The <c>status</c> of <c>call.ai_gather.ended</c>. Default "valid".</summary>
    public string AiGatherStatus { get; set; } = "valid";

    /// <summary>
    /// The <c>results</c> of <c>call.conversation_insights.generated</c>, raised after each end of a conversation; null, the default,
    /// raises none.
    /// </summary>
    public JsonArray? ConversationInsights { get; set; }

    /// <summary>The <c>result</c> of <c>call.payment.completed</c>. Default "success".</summary>
    public string PaymentResult { get; set; } = "success";

    /// <summary>The <c>result</c> of <c>call.deepfake_detection.result</c>. Default "real".</summary>
    public string DeepfakeResult { get; set; } = "real";
}
