using System.Numerics;

namespace CallControl.Telnyx.Tests;

/// <summary>A point in extended coordinates (RFC 8032, section 5.1.4).</summary>
internal sealed record NaivePoint(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
