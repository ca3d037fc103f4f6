namespace CallControl.Providers;

/// <summary>A word of a vendor's vocabulary: a small type over text, with the words that are known as its static members.</summary>
/// <remarks>An open set: a word that this version does not list is kept as it is, both ways. Written and read by <see cref="VendorWordConverter{TWord}"/>.</remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IVendorWord<TSelf>
    where TSelf : struct, IVendorWord<TSelf>
{
    /// <summary>The word as the vendor writes it; empty for <c>default</c>.</summary>
    string Value { get; }

    /// <summary>Wraps a word, listed or not.</summary>
    /// <param name="value">The word's text.</param>
    static abstract TSelf Of(string value);
}
