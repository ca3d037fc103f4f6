namespace CallControl.Telnyx.Tests;

/// <summary>How a case of <see cref="SignatureCases"/> is made.</summary>
internal enum SignatureKind
{
    Valid,
    FlippedMessage,
    FlippedR,
    FlippedS,
    FlippedKey,
    OtherKey,

    /// <summary>S + L, which satisfies the equation just as S does.</summary>
    SPlusL,

    /// <summary>Any S from L to 2^256 - 1.</summary>
    SAboveL,
    SOffByOne,

    /// <summary>A + T for a T of small order: OpenSSL accepts where the hash happens to cancel T out.</summary>
    MixedOrderKey,

    /// <summary>R + T: valid with the cofactor, not without.</summary>
    MixedOrderR,
    MixedOrderKeyAndR,
    SmallOrderKey,

    /// <summary>A key of small order written with y of p or more, or with a sign where x is 0.</summary>
    OddSmallOrderKey,

    /// <summary>R of small order, made by who has the key.</summary>
    SmallOrderR,
    OddSmallOrderR,

    /// <summary>A key with y of p or more.</summary>
    OddKey,

    /// <summary>R with y of p or more.</summary>
    OddR,
    SameBytes,
    Random,
}
