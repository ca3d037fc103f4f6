namespace CallControl.Testing.Emulation;

/// <summary>In which way a field breaks a request's schema.</summary>
internal enum SchemaProblem
{
    Missing,
    Type,
    NotInEnumeration,
    OutOfRange,
    Length,
    Pattern,
    Uuid,
    Base64,
    Url,
    Alternatives,
    Unknown,
}
