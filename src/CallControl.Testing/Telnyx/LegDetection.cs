using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Who answered: a person or a machine. Unverified: that a person is always told apart, that <c>detect_words</c> reports as
/// <c>detect</c> does, and that a machine's greeting always ends in a beep.
/// </summary>
internal static class LegDetection
{
    public static void Begin(TelnyxLeg leg, string mode)
    {
        if (mode is "disabled")
            return;
        var isPremium = mode is "premium";
        leg.After(leg.Options.DetectionTime, () =>
        {
            if (isPremium)
                Report(leg, TelnyxEvents.MachinePremiumDetectionEnded, leg.IsMachine ? "machine" : "human_residence");
            else
                Report(leg, TelnyxEvents.MachineDetectionEnded, leg.IsMachine ? "machine" : "human");
            if (!leg.IsMachine || mode is "detect" or "detect_words")
                return;
            leg.After(leg.Options.DetectionTime, () => Report(
                leg,
                isPremium ? TelnyxEvents.MachinePremiumGreetingEnded : TelnyxEvents.MachineGreetingEnded,
                mode is "greeting_end" ? "ended" : "beep_detected"));
        });
    }

    public static void BeginDeepfake(TelnyxLeg leg, RequestBody body)
    {
        if (body.Object("deepfake_detection")?.Flag("enabled") is not true)
            return;
        leg.After(leg.Options.DetectionTime, () => leg.Raise(TelnyxEvents.DeepfakeDetectionResult, new JsonObject
        {
            ["consistency"] = 90.0,
            ["result"] = leg.Context.Script.DeepfakeResult,
            ["score"] = 0.05,
        }));
    }

    private static void Report(TelnyxLeg leg, string name, string result) => leg.Raise(name, new JsonObject { ["result"] = result });
}
