namespace CallControl.Testing;

/// <summary>Which way a message between an application and an emulated vendor travelled.</summary>
public enum TrafficDirection
{
    /// <summary>A request of the application to the vendor, with the vendor's answer.</summary>
    Command,

    /// <summary>A request of the vendor to the application, with the application's answer; one for each attempt.</summary>
    Webhook,
}
