using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Lets an AI listen to a call and help from the side; it does not speak.</summary>
/// <remarks>Its events go to <see cref="Url"/>, in a shape of their own.</remarks>
public sealed record StartAiSidecarCommand() : SignalWireCommand("calling.ai_sidecar")
{
    /// <summary>What it is to do.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("prompt")]
    public SidecarPrompt? Prompt { get; init; }

    /// <summary>The language of the call: <c>en-US</c>.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("lang")]
    public required string Language { get; init; }

    /// <summary>The language model.</summary>
    /// <value>Null, the default, is <see cref="AiModel.Gpt4oMini"/>.</value>
    [JsonPropertyName("model")]
    public AiModel? Model { get; init; }

    /// <summary>Which sides of the leg it hears.</summary>
    /// <value>Null, the default, is both.</value>
    [JsonPropertyName("direction")]
    public IReadOnlyList<CallerSide>? Direction { get; init; }

    /// <summary>Which side is the customer.</summary>
    /// <value>Null, the default, is <see cref="CallerSide.Remote"/>.</value>
    [JsonPropertyName("customer_role")]
    public CallerSide? CustomerRole { get; init; }

    /// <summary>Where its events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("url")]
    public Uri? Url { get; init; }

    /// <summary>The functions that it may call.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("SWAIG")]
    public SidecarFunctions? Functions { get; init; }

    /// <summary>What its functions may do.</summary>
    /// <value>Null, the default, is everything.</value>
    [JsonPropertyName("permissions")]
    public SidecarPermissions? Permissions { get; init; }

    /// <summary>Data for it and its functions.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("global_data")]
    public JsonObject? GlobalData { get; init; }

    /// <summary>What is likely to be said.</summary>
    /// <value>At least one. Null, the default, for nothing.</value>
    [JsonPropertyName("hints")]
    public IReadOnlyList<string>? Hints { get; init; }

    /// <summary>How it works.</summary>
    /// <value>Null, the default, is as the vendor has it.</value>
    [JsonPropertyName("params")]
    public SidecarParameters? Parameters { get; init; }

    /// <summary>What is done besides.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("action")]
    public SidecarAction? Action { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        Prompt?.Validate(violations, "prompt");
        violations.CheckRequired("lang", Language);
        violations.CheckWord("model", Model);
        violations.CheckWords("direction", Direction);
        violations.CheckWord("customer_role", CustomerRole);
        violations.CheckHttpUrl("url", Url);
        Functions?.Validate(violations, "SWAIG");
        violations.CheckCount("hints", Hints?.Count, 1);
        violations.CheckTexts("hints", Hints);
        Parameters?.Validate(violations, "params");
        Action?.Validate(violations, "action");
    }
}
