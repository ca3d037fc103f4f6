using System.Collections;
using System.Collections.Frozen;

namespace CallControl;

/// <summary>All that a provider can and cannot do.</summary>
/// <remarks>Immutable and thread-safe. Enumerates in the order of <see cref="CallFeature"/>, every feature once.</remarks>
public sealed class CapabilitySet : IReadOnlyCollection<Capability>
{
    private const string NotDeclared = "The provider does not declare this feature.";

    private readonly FrozenDictionary<CallFeature, Capability> _declared;

    /// <summary>Gathers a provider's declarations.</summary>
    /// <param name="capabilities">One for each feature; a feature that is missing counts as unsupported.</param>
    /// <exception cref="ArgumentException">A feature is declared twice.</exception>
    public CapabilitySet(IEnumerable<Capability> capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        var declared = new Dictionary<CallFeature, Capability>();
        foreach (var capability in capabilities)
        {
            if (!declared.TryAdd(capability.Feature, capability))
                throw new ArgumentException($"{capability.Feature} is declared twice.", nameof(capabilities));
        }

        _declared = declared.ToFrozenDictionary();
    }

    /// <summary>How many features there are.</summary>
    public int Count => Enum.GetValues<CallFeature>().Length;

    /// <summary>What the provider can do about <paramref name="feature"/>.</summary>
    public Capability this[CallFeature feature] =>
        _declared.TryGetValue(feature, out var capability) ? capability : Capability.Unsupported(feature, NotDeclared);

    /// <summary>Whether the provider says anything about <paramref name="feature"/>.</summary>
    public bool Declares(CallFeature feature) => _declared.ContainsKey(feature);

    /// <summary>Whether <paramref name="feature"/> can be asked for, natively or composed.</summary>
    public bool Supports(CallFeature feature) => this[feature].IsSupported;

    /// <inheritdoc/>
    public IEnumerator<Capability> GetEnumerator() => Enum.GetValues<CallFeature>().Select(feature => this[feature]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
