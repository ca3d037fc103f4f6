namespace CallControl.Testing.Emulation;

/// <summary>What a vendor's emulated call offers to the person whom the application calls.</summary>
internal interface ICalleeSide : ICallerSide
{
    void AnswerAsCallee(bool isMachine);

    void RejectAsCallee(bool busy);
}
