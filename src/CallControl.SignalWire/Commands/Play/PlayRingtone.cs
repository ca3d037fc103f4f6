using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A country's ringing tone.</summary>
public sealed record PlayRingtone() : PlayItem("ringtone")
{
    /// <summary>Which one.</summary>
    /// <value>
    /// One of <c>at</c>, <c>au</c>, <c>be</c>, <c>bg</c>, <c>bong</c>, <c>br</c>, <c>ca</c>, <c>ch</c>, <c>cl</c>, <c>cn</c>, <c>cy</c>, <c>cz</c>, <c>de</c>, <c>dk</c>, <c>dz</c>, <c>ee</c>, <c>eg</c>, <c>es</c>,
    /// <c>fi</c>, <c>fr</c>, <c>gr</c>, <c>hu</c>, <c>il</c>, <c>in</c>, <c>it</c>, <c>jp</c>, <c>ko</c>, <c>lt</c>, <c>mx</c>, <c>my</c>, <c>nl</c>, <c>no</c>, <c>nz</c>, <c>ph</c>, <c>pk</c>, <c>pl</c>, <c>pt</c>,
    /// <c>ro</c>, <c>rs</c>, <c>ru</c>, <c>sa</c>, <c>se</c>, <c>sg</c>, <c>th</c>, <c>tr</c>, <c>tw</c>, <c>uk</c>, <c>us</c>, <c>ve</c>, <c>za</c>; another one is sent as it is. Not empty.
    /// </value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>How long, in seconds.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("duration")]
    public double? DurationSeconds { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired($"{field}.params.name", Name);
        violations.CheckFinite($"{field}.params.duration", DurationSeconds);
    }
}
