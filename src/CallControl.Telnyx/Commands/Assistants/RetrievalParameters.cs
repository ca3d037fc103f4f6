using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Where things are looked up.</summary>
public sealed record RetrievalParameters : TelnyxCommandPart
{
    /// <summary>The buckets of the vendor's storage.</summary>
    /// <value>At least one.</value>
    [JsonPropertyName("bucket_ids")]
    public required IReadOnlyList<string> BucketIds { get; init; }

    /// <summary>The most passages that are handed to the language model.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("max_num_results")]
    public int? MaxNumResults { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckCount(field + ".bucket_ids", BucketIds?.Count ?? 0, 1, int.MaxValue);
        violations.CheckTexts(field + ".bucket_ids", BucketIds);
        violations.CheckAtLeast(field + ".max_num_results", MaxNumResults, 0);
    }
}
